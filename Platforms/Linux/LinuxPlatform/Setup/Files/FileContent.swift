internal import Glibc
internal import SandboxModel

/// Whole files, read and written by descriptor.
enum FileContent {
    /// The longest file that setup reads, in bytes.
    static let longest = 64 << 20

    /// Writes all bytes (`write(2)`).
    static func write(_ bytes: [UInt8], to file: Int32, subject: String) throws(SetupError) {
        var offset = 0
        while offset < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[offset...])
                return unsafe Glibc.write(file, rest.baseAddress, rest.count)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw .systemCall("write", subject, remedy: "free some space if the disk is full, then run setup again")
            }
            offset += count
        }
    }

    /// Reads from the present position to the end (`read(2)`).
    static func read(_ file: Int32, subject: String) throws(SetupError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(file, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw .systemCall("read", subject)
            }
            if count == 0 { return bytes }
            bytes += buffer.prefix(count)
            guard bytes.count <= longest else { throw .unsafe(subject, "it is longer than \(longest) bytes") }
        }
    }

    /// Reads a file of the system by path, which only root can change; nothing when it does not exist.
    static func read(path: String) throws(SetupError) -> [UInt8]? {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard file >= 0 else {
            let number = errno
            if number == ENOENT { return nil }
            throw .systemCall("open", path, number)
        }
        defer { _ = close(file) }
        return try read(file, subject: path)
    }
}
