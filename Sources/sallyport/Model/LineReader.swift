import Glibc

/// The lines of a descriptor, one after the other, of any length.
struct LineReader {
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    /// Starts.
    ///
    /// - Parameter descriptor: an open descriptor.
    init(_ descriptor: Int32) { self.descriptor = descriptor }

    /// The next line without its end, a line feed or a carriage return and a line feed; nothing at the end of the input.
    ///
    /// - Returns: the bytes, whatever they are.
    /// - Throws: `CommandFailure` when they cannot be read.
    mutating func next() throws(CommandFailure) -> [UInt8]? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { start = end + 1 }
                return line(until: end)
            }
            searched = buffer.count
            if isAtEnd {
                defer { start = buffer.count }
                return start < buffer.count ? line(until: buffer.count) : nil
            }
            if start > 0 {
                buffer.removeFirst(start)
                (searched, start) = (searched - start, 0)
            }
            try fill()
        }
    }

    private func line(until end: Int) -> [UInt8] {
        let hasReturn = end > start && buffer[end - 1] == UInt8(ascii: "\r")
        return Array(buffer[start..<(hasReturn ? end - 1 : end)])
    }

    private mutating func fill() throws(CommandFailure) {
        var chunk = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw CommandFailure(.inputOutput, "read standard input: \(SystemReason.text(errno))")
            }
            isAtEnd = count == 0
            buffer += chunk[..<count]
            return
        }
    }
}
