internal import Glibc

/// An open file descriptor that is closed when nobody holds it any more.
final class Descriptor {
    /// The number, or -1 once closed.
    private(set) var number: Int32

    init(owning number: Int32) {
        self.number = number
    }

    /// Takes the result of a C function: a descriptor, or a negative error number.
    convenience init(_ result: Int32, to operation: String) throws(LaunchError) {
        try Self.check(result, to: operation)
        self.init(owning: result)
    }

    deinit {
        close()
    }

    /// Closes it early.
    func close() {
        guard number >= 0 else { return }
        _ = Glibc.close(number)
        number = -1
    }

    /// Takes as much as there is now, which should be a line.
    ///
    /// - Parameters:
    ///   - line: what came before; what comes is added.
    ///   - limit: the most bytes.
    /// - Returns: whether there may be more: no end of line, and no end of file, was seen yet.
    func read(into line: inout [UInt8], limit: Int) -> Bool {
        var chunk = [UInt8](repeating: 0, count: 512)
        let count = unsafe Glibc.read(number, &chunk, chunk.count)
        if count < 0 { return errno == EINTR }
        line += chunk.prefix(count)
        return count > 0 && line.last != UInt8(ascii: "\n") && line.count <= limit
    }

    /// Turns the result of a C function into an error of the caller's side.
    static func check(_ result: Int32, to operation: String) throws(LaunchError) {
        guard result < 0 else { return }
        throw LaunchError(.caller, layer: "descriptors", operation, systemError: -result)
    }
}
