extension SID {
    /// The size of the binary form: 8 bytes and 4 for each sub-authority; Windows: `GetLengthSid`.
    public var binarySize: Int { 8 + 4 * subAuthorityCount }

    /// The binary form; MS-DTYP 2.4.2.2.
    public var binaryRepresentation: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(binarySize)
        appendBinary(to: &bytes)
        return bytes
    }

    /// Appends the binary form: revision, count, authority with the high byte first, sub-authorities little-endian.
    func appendBinary(to bytes: inout [UInt8]) {
        bytes.append(1)
        bytes.append(UInt8(truncatingIfNeeded: subAuthorityCount))
        var shift: UInt64 = 48
        while shift > 0 {
            shift -= 8
            bytes.append(UInt8(truncatingIfNeeded: identifierAuthority >> shift))
        }
        for index in 0..<subAuthorityCount { bytes.appendLittleEndian(storage[index]) }
    }

    /// Reads the binary form, which must fill the bytes exactly.
    ///
    /// - Parameter bytes: revision, count, authority, sub-authorities.
    /// - Throws: ``ParseError`` with the offset of the first byte that does not fit.
    public init(binary bytes: some Collection<UInt8>) throws(ParseError) {
        let bytes = Array(bytes)
        self = try SID(binary: bytes, at: 0, limit: bytes.count)
        guard binarySize == bytes.count else { throw ParseError(.trailing, reading: .binary, at: binarySize) }
    }

    /// Reads the binary form at an offset; it may not reach beyond the limit.
    init(binary bytes: [UInt8], at offset: Int, limit: Int) throws(ParseError) {
        guard offset >= 0, limit <= bytes.count, limit - offset >= 8 else {
            throw ParseError(.truncated, reading: .binary, at: offset)
        }
        guard bytes[offset] == 1 else { throw ParseError(.revision, reading: .binary, at: offset) }
        let count = Int(bytes[offset + 1])
        guard count <= Self.maximumSubAuthorityCount else {
            throw ParseError(.sid, reading: .binary, at: offset + 1)
        }
        guard limit - offset >= 8 + 4 * count else { throw ParseError(.truncated, reading: .binary, at: offset + 8) }
        var authority: UInt64 = 0
        for index in 2..<8 { authority = authority << 8 | UInt64(bytes[offset + index]) }
        var storage = InlineArray<15, UInt32>(repeating: 0)
        for index in 0..<count { storage[index] = bytes.littleEndian32(at: offset + 8 + 4 * index) }
        self.init(authority: authority, storage: storage, count: count)
    }
}
