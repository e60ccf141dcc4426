extension SecurityDescriptor {
    /// The self-relative form in the order Windows writes: header, SACL, DACL, owner, group.
    ///
    /// Nothing when a list exceeds what its 16-bit size field can say. Windows: `MakeSelfRelativeSD`, MS-DTYP 2.4.6.
    public var binaryRepresentation: [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 20)
        bytes[0] = 1
        bytes[1] = resourceManagerControl
        bytes.setLittleEndian(controlWord.rawValue, at: 2)
        for (list, field) in [(sacl.list, 12), (dacl.list, 16)] {
            guard let list else { continue }
            guard list.binarySize <= UInt16.max, list.entries.count <= UInt16.max else { return nil }
            bytes.setLittleEndian(UInt32(truncatingIfNeeded: bytes.count), at: field)
            list.appendBinary(to: &bytes)
        }
        for (sid, field) in [(owner, 4), (group, 8)] {
            guard let sid else { continue }
            bytes.setLittleEndian(UInt32(truncatingIfNeeded: bytes.count), at: field)
            sid.appendBinary(to: &bytes)
        }
        return bytes
    }

    /// Reads the self-relative form, whatever the order of its parts.
    ///
    /// - Parameter bytes: a `SECURITY_DESCRIPTOR_RELATIVE` and what it refers to.
    /// - Throws: ``ParseError`` with the offset of the first byte that does not fit.
    public init(binary bytes: some Collection<UInt8>) throws(ParseError) {
        let bytes = Array(bytes)
        guard bytes.count >= 20 else { throw ParseError(.truncated, reading: .binary, at: bytes.count) }
        guard bytes[0] == 1 else { throw ParseError(.revision, reading: .binary, at: 0) }
        let control = DescriptorControl(rawValue: bytes.littleEndian16(at: 2))
        guard control.contains(.selfRelative) else { throw ParseError(.flag, reading: .binary, at: 2) }
        let owner = try Self.offset(in: bytes, at: 4)
        let group = try Self.offset(in: bytes, at: 8)
        let sacl = try Self.offset(in: bytes, at: 12)
        let dacl = try Self.offset(in: bytes, at: 16)
        self.init(control: control)
        resourceManagerControl = bytes[1]
        if let owner { self.owner = try SID(binary: bytes, at: owner, limit: bytes.count) }
        if let group { self.group = try SID(binary: bytes, at: group, limit: bytes.count) }
        if control.contains(.saclPresent) { self.sacl = try Self.list(in: bytes, at: sacl) }
        if control.contains(.daclPresent) { self.dacl = try Self.list(in: bytes, at: dacl) }
    }

    private static func offset(in bytes: [UInt8], at field: Int) throws(ParseError) -> Int? {
        let offset = Int(bytes.littleEndian32(at: field))
        guard offset != 0 else { return nil }
        guard offset >= 20, offset < bytes.count else { throw ParseError(.size, reading: .binary, at: field) }
        return offset
    }

    private static func list(in bytes: [UInt8], at offset: Int?) throws(ParseError) -> List {
        guard let offset else { return .null }
        return .list(try ACL(binary: bytes, at: offset))
    }
}
