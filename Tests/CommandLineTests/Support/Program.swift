import Foundation
import KernelStage

/// A product of the build, started as a process with nothing of a terminal.
struct Program {
    /// What came of it.
    struct End {
        /// The exit status, or 128 and the signal.
        let status: Int32
        /// What it wrote to its standard output.
        let output: String
        /// What it wrote to its standard error.
        let errors: String
    }

    /// The name of the product.
    let name: String
    /// Variables besides `PATH`.
    var environment: [String: String] = [:]

    /// Runs it to its end.
    ///
    /// - Parameter arguments: its arguments.
    /// - Returns: what came of it.
    /// - Throws: what starting it throws.
    func run(_ arguments: [String]) throws -> End {
        let (process, finish) = try start(arguments)
        process.waitUntilExit()
        return try finish()
    }

    /// Starts it.
    ///
    /// - Parameter arguments: its arguments.
    /// - Returns: the process, and what reads what it wrote after its end.
    /// - Throws: what starting it throws.
    func start(_ arguments: [String]) throws -> (Process, finish: () throws -> End) {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "program-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        let files = try ["output", "errors"].map { name in
            let url = scratch.appending(path: name)
            try Data().write(to: url)
            return (url, try FileHandle(forWritingTo: url))
        }
        let process = Process()
        process.executableURL = Stage.products.appending(path: name)
        process.arguments = arguments
        process.currentDirectoryURL = Stage.repository
        process.environment = environment.merging(["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]) { own, _ in own }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = files[0].1
        process.standardError = files[1].1
        try process.run()
        return (
            process,
            {
                defer { try? FileManager.default.removeItem(at: scratch) }
                let texts = try files.map { String(decoding: try Data(contentsOf: $0.0), as: UTF8.self) }
                let signalled = process.terminationReason == .uncaughtSignal
                return End(
                    status: process.terminationStatus + (signalled ? 128 : 0), output: texts[0], errors: texts[1])
            }
        )
    }
}
