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

    /// Everything until the end; nothing when that fails or is longer than the limit.
    func drain(limit: Int) -> [UInt8] {
        SmallFile.drain(number, limit: limit) ?? []
    }

    /// Turns the result of a C function into an error of the caller's side.
    static func check(_ result: Int32, to operation: String) throws(LaunchError) {
        guard result < 0 else { return }
        throw LaunchError(.caller, layer: "descriptors", operation, systemError: -result)
    }
}
