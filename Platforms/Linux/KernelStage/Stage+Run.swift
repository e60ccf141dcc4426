internal import Foundation
internal import Glibc

extension Stage {
    /// Runs a Bash script as root on a new stage.
    ///
    /// - Parameter script: The script; it starts in `/` with a clean environment.
    /// - Returns: Its exit status and output.
    /// - Throws: ``StageError`` when the stage cannot be built.
    public func run(_ script: String) throws(StageError) -> StageResult {
        guard geteuid() == 0 else { throw StageError(description: Self.requirement) }
        let scratch = FileManager.default.temporaryDirectory.appending(path: "stage-\(UUID().uuidString)")
        defer { StageRegistry.shared.forget(scratch) }
        do {
            try FileManager.default.createDirectory(
                at: scratch, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Data(script.utf8).write(to: scratch.appending(path: "script"))
            try Data(PackageResources.stage_sh).write(to: scratch.appending(path: "stage.sh"))
            return try start(in: scratch)
        } catch {
            throw StageError(description: "stage: \(error)")
        }
    }

    /// Runs a Bash script as root on a new stage that has some of the build's products.
    ///
    /// - Parameters:
    ///   - script: The script; it starts in `/` with a clean environment.
    ///   - programs: The products to copy into `/usr/local/bin`.
    /// - Returns: Its exit status and output.
    /// - Throws: ``StageError`` when the stage cannot be built.
    public static func run(_ script: String, programs: [String] = []) throws(StageError) -> StageResult {
        try Stage(programs: programs).run(script)
    }

    /// Starts the namespaces and waits; output goes through files, so that no amount of it can stop the script.
    private func start(in scratch: URL) throws -> StageResult {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/timeout")
        process.arguments = command(in: scratch)
        process.currentDirectoryURL = URL(filePath: "/")
        process.standardInput = FileHandle.nullDevice
        let outputs = try ["output", "error"].map { name in
            let url = scratch.appending(path: name)
            try Data().write(to: url)
            return (url, try FileHandle(forWritingTo: url))
        }
        process.standardOutput = outputs[0].1
        process.standardError = outputs[1].1
        try StageRegistry.shared.start(process, in: scratch)
        process.waitUntilExit()
        let texts = try outputs.map { url, handle in
            try handle.close()
            return String(decoding: try Data(contentsOf: url), as: UTF8.self)
        }
        if process.terminationStatus == 70, texts[1].contains("stage: ") { throw StageError(description: texts[1]) }
        let signalled = process.terminationReason == .uncaughtSignal
        return StageResult(
            status: process.terminationStatus + (signalled ? 128 : 0), standardOutput: texts[0], standardError: texts[1]
        )
    }

    /// The arguments of `timeout` that build the stage and kill everything in it at the time limit.
    private func command(in scratch: URL) -> [String] {
        var arguments = [
            "--signal=KILL", "\(timeLimit)", "bash", scratch.appending(path: "stage.sh").path(), "--home",
            home.rawValue,
        ]
        if hasPeer { arguments.append("--peer") }
        for program in programs { arguments += ["--program", Self.program(program)] }
        for file in files { arguments += ["--file", Self.repository.appending(path: file).path()] }
        for (place, tree) in trees { arguments += ["--tree", tree, place] }
        return arguments + ["--", scratch.appending(path: "script").path()]
    }
}
