extension ACL {
    /// The size of the binary form in bytes.
    public var binarySize: Int { entries.reduce(8 + slack) { $0 + $1.binarySize } }

    /// The binary form, or nothing when it exceeds what the 16-bit size field can say.
    public var binaryRepresentation: [UInt8]? {
        guard binarySize <= UInt16.max, entries.count <= UInt16.max else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(binarySize)
        appendBinary(to: &bytes)
        return bytes
    }

    /// Appends the binary form; MS-DTYP 2.4.5.
    func appendBinary(to bytes: inout [UInt8]) {
        bytes.append(revision)
        bytes.append(0)
        bytes.appendLittleEndian(UInt16(truncatingIfNeeded: binarySize))
        bytes.appendLittleEndian(UInt16(truncatingIfNeeded: entries.count))
        bytes.appendLittleEndian(UInt16(0))
        for entry in entries { entry.appendBinary(to: &bytes) }
        for _ in 0..<slack { bytes.append(0) }
    }

    /// Reads the binary form at the start of the bytes.
    ///
    /// - Parameter bytes: an `ACL` header and its entries.
    /// - Throws: ``ParseError`` with the offset of the first byte that does not fit.
    public init(binary bytes: some Collection<UInt8>) throws(ParseError) {
        self = try ACL(binary: Array(bytes), at: 0)
    }

    init(binary bytes: [UInt8], at offset: Int) throws(ParseError) {
        guard offset >= 0, bytes.count - offset >= 8 else { throw ParseError(.truncated, reading: .binary, at: offset) }
        let revision = bytes[offset]
        guard (2...4).contains(revision) else { throw ParseError(.revision, reading: .binary, at: offset) }
        let size = Int(bytes.littleEndian16(at: offset + 2))
        guard size >= 8, size <= bytes.count - offset else {
            throw ParseError(.size, reading: .binary, at: offset + 2)
        }
        let count = Int(bytes.littleEndian16(at: offset + 4))
        let limit = offset + size
        var entries: [ACE] = []
        entries.reserveCapacity(Swift.min(count, size / 8))
        var position = offset + 8
        for _ in 0..<count {
            let (entry, end) = try ACE.read(binary: bytes, at: position, limit: limit)
            entries.append(entry)
            position = end
        }
        self.init(entries, slack: limit - position)
        if revision != self.revision { storedRevision = revision }
    }
}
