import Foundation

/// Builds a product of a copy of the package.
struct Build {
    let tree: URL

    /// Builds it.
    ///
    /// - Returns: the program's path.
    func product(_ name: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "swift", "build", "-c", "release", "--disable-local-rpath", "--package-path", tree.path(), "--product",
            name,
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw MutationError(description: "the build fails:\n\(text)") }
        return tree.appending(path: ".build/release/\(name)").resolvingSymlinksInPath().path()
    }
}
