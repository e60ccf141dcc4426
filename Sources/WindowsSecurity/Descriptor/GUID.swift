/// The identifier of an object type or a property, as object entries use it.
///
/// Windows: `GUID`, MS-DTYP 2.3.4.
public struct GUID: Hashable, Sendable {
    /// The sixteen bytes in the order of the text form.
    let bytes: InlineArray<16, UInt8>

    init(bytes: InlineArray<16, UInt8>) { self.bytes = bytes }

    /// The positions of the bytes in the binary form: the first three groups are little-endian.
    private static let binaryOrder: [Int] = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]

    /// Reads the text form of 36 characters, without braces.
    ///
    /// - Parameter text: for example `bf967aba-0de6-11d0-a285-00aa003049e2`.
    public init?(_ text: some StringProtocol) {
        let characters = Array(text.utf8)
        guard let guid = GUID(text: characters[...]) else { return nil }
        self = guid
    }

    init?(text: ArraySlice<UInt8>) {
        guard text.count == 36 else { return nil }
        var bytes = InlineArray<16, UInt8>(repeating: 0)
        var nibbles = 0
        for (position, character) in text.enumerated() {
            if position == 8 || position == 13 || position == 18 || position == 23 {
                guard character == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let digit = character.hexadecimalDigit, nibbles < 32 else { return nil }
            bytes[nibbles / 2] = bytes[nibbles / 2] << 4 | UInt8(truncatingIfNeeded: digit)
            nibbles += 1
        }
        self.bytes = bytes
    }

    /// Reads sixteen bytes at an offset that the caller has checked.
    init(binary: [UInt8], at offset: Int) {
        var bytes = InlineArray<16, UInt8>(repeating: 0)
        for (index, position) in Self.binaryOrder.enumerated() { bytes[position] = binary[offset + index] }
        self.bytes = bytes
    }

    func appendBinary(to output: inout [UInt8]) {
        for position in Self.binaryOrder { output.append(bytes[position]) }
    }

    /// Appends the text form, 36 bytes.
    func write(to room: inout OutputSpan<UInt8>) {
        for index in 0..<16 {
            if index == 4 || index == 6 || index == 8 || index == 10 { room.append(UInt8(ascii: "-")) }
            room.appendHexadecimalDigits(UInt64(bytes[index]), atLeast: 2)
        }
    }

    /// Whether two identifiers are the same.
    public static func == (left: GUID, right: GUID) -> Bool {
        for index in 0..<16 where left.bytes[index] != right.bytes[index] { return false }
        return true
    }

    /// Feeds the sixteen bytes into a hasher.
    ///
    /// - Parameter hasher: what takes them.
    public func hash(into hasher: inout Hasher) {
        for index in 0..<16 { hasher.combine(bytes[index]) }
    }
}

extension GUID: CustomStringConvertible {
    /// The text form, lower-case and without braces.
    public var description: String {
        let output = [UInt8](capacity: 36) { (room: inout OutputSpan<UInt8>) in write(to: &room) }
        return String(decoding: output, as: UTF8.self)
    }
}
