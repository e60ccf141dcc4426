/// One `NAME=VALUE` of a process; bytes, because nothing promises text.
public struct EnvironmentVariable: Hashable, Sendable {
    /// The name, without `=`.
    public var name: [UInt8]
    /// The value.
    public var value: [UInt8]

    /// Makes a variable from text.
    ///
    /// - Parameters:
    ///   - name: the name, without `=`.
    ///   - value: the value.
    public init(_ name: String, _ value: String) {
        self.name = Array(name.utf8)
        self.value = Array(value.utf8)
    }

    /// Makes a variable from text and bytes.
    ///
    /// - Parameters:
    ///   - name: the name, without `=`.
    ///   - value: the value.
    public init(_ name: String, _ value: [UInt8]) {
        self.name = Array(name.utf8)
        self.value = value
    }

    /// Reads an entry of `environ`, or nothing when it has no name or no `=`; environ(7).
    ///
    /// - Parameter entry: the bytes of the entry.
    public init?(entry: some Collection<UInt8>) {
        let bytes = Array(entry)
        guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")), equals > 0 else { return nil }
        name = Array(bytes[..<equals])
        value = Array(bytes[(equals + 1)...])
    }

    /// The entry as `environ` holds it.
    public var entry: [UInt8] { name + [UInt8(ascii: "=")] + value }
}
