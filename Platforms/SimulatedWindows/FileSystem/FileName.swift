/// One component of a path: UTF-8, compared without regard to case.
///
/// Windows keeps UTF-16 and would also keep unpaired surrogates; those cannot be named here.
public struct FileName: Hashable, Sendable {
    /// The name as it was given.
    public let bytes: [UInt8]

    /// Makes a name of its bytes.
    ///
    /// - Parameter bytes: UTF-8 without a separator.
    init(trusted bytes: [UInt8]) { self.bytes = bytes }

    /// The name for people.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension FileName: CustomStringConvertible {
    /// The name for people.
    public var description: String { text }
}
