internal import CLinux
internal import Glibc
internal import SandboxModel

/// Runs system tools: no shell, a fixed environment, no inherited descriptors, output captured for the message.
struct ToolRunner: Sendable {
    /// What a tool did.
    struct Result: Sendable {
        /// The exit status, or 256 and the signal.
        let status: Int32
        /// What it wrote to standard output and error.
        let output: String
    }

    /// A descriptor that the tool keeps open: the lock of setup, so that it lasts as long as an orphaned tool.
    var kept: Int32 = -1

    /// Runs a tool and waits.
    ///
    /// - Parameters:
    ///   - tool: which.
    ///   - arguments: its arguments, without its name.
    ///   - input: what it reads from standard input; `/dev/null` when there is nothing.
    /// - Returns: the exit status and the output.
    /// - Throws: `.toolMissing`, or the system call that failed; the tool's own failure is in the result.
    func run(_ tool: SystemTool, _ arguments: [String], input: [UInt8]? = nil) throws(SetupError) -> Result {
        let output = try memoryFile()
        defer { _ = close(output) }
        var source: Int32 = -1
        defer { if source >= 0 { _ = close(source) } }
        if let input {
            source = try memoryFile()
            try FileContent.write(input, to: source, subject: "the input of \(tool.path)")
            guard lseek(source, 0, SEEK_SET) == 0 else { throw .systemCall("rewind", "the input of \(tool.path)") }
        }
        let child = try start(tool, arguments, input: source, output: output)
        let status = sallyport_setup_wait(child)
        guard status >= 0 else { throw .systemCall("wait for", tool.path, -status) }
        guard lseek(output, 0, SEEK_SET) == 0 else { throw .systemCall("rewind", "the output of \(tool.path)") }
        let text = String(decoding: try FileContent.read(output, subject: tool.path), as: UTF8.self)
        return Result(status: status, output: text)
    }

    /// Runs a tool and refuses any exit status but those that count as success.
    ///
    /// - Parameters:
    ///   - tool: which.
    ///   - arguments: its arguments, without its name.
    ///   - input: what it reads from standard input.
    ///   - accepted: the exit statuses that are fine.
    ///   - action: what it is run for, as a verb phrase.
    ///   - subject: on what.
    /// - Returns: the exit status and the output.
    /// - Throws: `.toolFailed` with what the tool said.
    @discardableResult
    func require(
        _ tool: SystemTool, _ arguments: [String], input: [UInt8]? = nil, accepted: Set<Int32> = [0], to action: String,
        _ subject: String
    ) throws(SetupError) -> Result {
        let result = try run(tool, arguments, input: input)
        guard accepted.contains(result.status) else {
            let said = result.output.split(separator: "\n").joined(separator: " / ")
            let end = result.status < 256 ? "exit status \(result.status)" : "signal \(result.status - 256)"
            throw SetupError(
                .toolFailed, action: action, subject: subject,
                detail: "\(tool.path) ended with \(end)\(said.isEmpty ? "" : ": \(said)")")
        }
        return result
    }

    private func memoryFile() throws(SetupError) -> Int32 {
        let file = unsafe sallyport_setup_memory_file("sallyport-setup")
        guard file >= 0 else { throw .systemCall("make", "a file in memory", -file) }
        return file
    }

    private func start(
        _ tool: SystemTool, _ arguments: [String], input: Int32, output: Int32
    ) throws(SetupError) -> pid_t {
        var pointers: [UnsafeMutablePointer<CChar>?] = unsafe []
        for argument in [tool.rawValue] + arguments {
            unsafe pointers.append(unsafe strdup(argument))
        }
        unsafe pointers.append(nil)
        defer { unsafe pointers.forEach { unsafe free($0) } }
        let child = unsafe sallyport_setup_spawn(tool.path, &pointers, input, output, kept)
        guard child != -ENOENT else {
            throw SetupError(
                .toolMissing, action: "run", subject: tool.path, detail: "it is not installed",
                remedy: "install the package \(tool.package): 'apt-get install \(tool.package)'")
        }
        guard child > 0 else { throw .systemCall("run", tool.path, -child) }
        return child
    }
}
