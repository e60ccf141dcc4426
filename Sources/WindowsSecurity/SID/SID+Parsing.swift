extension SID {
    /// Reads the string form, for example `S-1-5-32-544`.
    ///
    /// Parts may be decimal (leading zeros allowed) or hexadecimal after `0x`; a hexadecimal revision makes every later
    /// part hexadecimal. Sub-authorities beyond 32 bits saturate. Windows also takes blanks before the revision and the
    /// authority, though nowhere else: `ConvertStringSidToSidW`, MS-DTYP 2.4.2.1.
    ///
    /// - Parameter text: the whole text is the SID, without blanks around it.
    /// - Throws: ``ParseError`` with the offset of the first byte that does not fit.
    public init(parsing text: some StringProtocol) throws(ParseError) {
        let bytes = Array(text.utf8)
        var offset = 0
        self = try SID(reading: bytes, from: &offset)
        guard offset == bytes.count else { throw ParseError(.trailing, reading: .sid, at: offset) }
    }

    /// Reads a SID at an offset and stops behind its last digit.
    @inline(__always)
    init(reading bytes: [UInt8], from offset: inout Int) throws(ParseError) {
        if let sid = SID(readingUsual: bytes, from: &offset) {
            self = sid
        } else {
            self = try SID(readingAny: bytes, from: &offset)
        }
    }

    /// Reads the usual form, `S-1-` and decimal parts of at most ten digits, or nothing where there is anything else.
    @inline(__always)
    private init?(readingUsual bytes: [UInt8], from offset: inout Int) {
        var position = offset + 4
        guard position < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "s"),
            bytes[offset + 1] == UInt8(ascii: "-"), bytes[offset + 2] == UInt8(ascii: "1"),
            bytes[offset + 3] == UInt8(ascii: "-")
        else { return nil }
        var authority: UInt64 = 0
        var storage = InlineArray<15, UInt32>(repeating: 0)
        var count = -1
        while true {
            var value: UInt64 = 0
            let start = position
            var stop: UInt8 = 0
            while position < bytes.count {
                stop = bytes[position]
                let digit = stop &- UInt8(ascii: "0")
                guard digit < 10 else { break }
                value = value &* 10 &+ UInt64(digit)
                position += 1
            }
            guard position > start, position - start <= 10 else { return nil }
            if count < 0 { authority = value } else { storage[count] = UInt32(clamping: value) }
            count += 1
            guard position < bytes.count, stop == UInt8(ascii: "-") else {
                guard count > 0, stop | 0x20 != UInt8(ascii: "x") else { return nil }
                break
            }
            guard count < Self.maximumSubAuthorityCount else { return nil }
            position += 1
        }
        offset = position
        self.init(authority: authority, storage: storage, count: count)
    }

    @inline(never)
    private init(readingAny bytes: [UInt8], from offset: inout Int) throws(ParseError) {
        guard offset < bytes.count else { throw ParseError(.truncated, reading: .sid, at: offset) }
        guard bytes[offset] | 0x20 == UInt8(ascii: "s") else { throw ParseError(.sid, reading: .sid, at: offset) }
        offset += 1
        let revisionStart = offset + 1
        let revision = try Self.part(of: bytes, from: &offset, hexadecimal: false, mayFollowBlanks: true)
        guard revision.value == 1 else { throw ParseError(.revision, reading: .sid, at: revisionStart) }
        let authorityStart = offset + 1
        let authority = try Self.part(
            of: bytes, from: &offset, hexadecimal: revision.hexadecimal, mayFollowBlanks: true)
        guard authority.value < 1 << 48 else { throw ParseError(.number, reading: .sid, at: authorityStart) }
        var storage = InlineArray<15, UInt32>(repeating: 0)
        var count = 0
        while offset < bytes.count, bytes[offset] == UInt8(ascii: "-") {
            guard count < Self.maximumSubAuthorityCount else { throw ParseError(.size, reading: .sid, at: offset) }
            let value = try Self.part(of: bytes, from: &offset, hexadecimal: revision.hexadecimal).value
            storage[count] = UInt32(clamping: value)
            count += 1
        }
        guard count > 0 else { throw ParseError(.truncated, reading: .sid, at: offset) }
        self.init(authority: authority.value, storage: storage, count: count)
    }

    /// Reads a hyphen and the number behind it; numbers beyond 64 bits saturate.
    private static func part(
        of bytes: [UInt8], from offset: inout Int, hexadecimal: Bool, mayFollowBlanks: Bool = false
    ) throws(ParseError) -> (value: UInt64, hexadecimal: Bool) {
        guard offset < bytes.count else { throw ParseError(.truncated, reading: .sid, at: offset) }
        guard bytes[offset] == UInt8(ascii: "-") else {
            throw ParseError(.unexpectedCharacter, reading: .sid, at: offset)
        }
        offset += 1
        while mayFollowBlanks, offset < bytes.count, SDDLReader.isBlank(bytes[offset]) { offset += 1 }
        var hexadecimal = hexadecimal
        if offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "0"), bytes[offset + 1] | 0x20 == UInt8(ascii: "x") {
            hexadecimal = true
            offset += 2
        }
        let start = offset
        var value: UInt64 = 0
        while offset < bytes.count, let digit = bytes[offset].hexadecimalDigit, hexadecimal || digit < 10 {
            // In a descriptor the letter of the next section may stand behind the digits: `O:S-1-2-0x2D:`.
            if offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: ":") { break }
            let (product, overflow) = value.multipliedReportingOverflow(by: hexadecimal ? 16 : 10)
            let (sum, carry) = product.addingReportingOverflow(digit)
            value = overflow || carry ? .max : sum
            offset += 1
        }
        guard offset > start else { throw ParseError(.number, reading: .sid, at: offset) }
        return (value, hexadecimal)
    }
}

extension SID: LosslessStringConvertible {
    /// Reads the string form, or makes nothing when it is malformed.
    ///
    /// - Parameter description: for example `S-1-5-32-544`.
    public init?(_ description: String) {
        do throws(ParseError) { try self.init(parsing: description) } catch { return nil }
    }
}
