import Glibc

/// Text that the user names: a file, or standard input.
enum InputText {
    /// Says to the person at a terminal that the program waits for input.
    static func announce() {
        guard isatty(STDIN_FILENO) == 1 else { return }
        StandardError.note("reading the standard input; Ctrl-D on a line of its own ends it", as: .note)
    }

    /// The whole text of a file, or of standard input for `-`.
    ///
    /// - Parameter path: a path, or `-`.
    /// - Returns: the text; bytes that are no UTF-8 are replaced.
    /// - Throws: `CommandFailure` when it cannot be read.
    static func contents(of path: String) throws(CommandFailure) -> String {
        String(decoding: try bytes(of: path), as: UTF8.self)
    }

    /// The bytes of a file, or of standard input for `-`.
    ///
    /// - Parameter path: a path, or `-`.
    /// - Returns: the bytes.
    /// - Throws: `CommandFailure` when it cannot be read.
    static func bytes(of path: String) throws(CommandFailure) -> [UInt8] {
        let isInput = path == "-"
        let descriptor = isInput ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
        if isInput { announce() }
        guard descriptor >= 0 else {
            throw CommandFailure(
                .missing, "open \(path): \(SystemReason.text(errno))",
                remedy: "name a file that you may read, or - for the standard input")
        }
        defer { if !isInput { close(descriptor) } }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw CommandFailure(.inputOutput, "read \(path): \(SystemReason.text(errno))") }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }
}
