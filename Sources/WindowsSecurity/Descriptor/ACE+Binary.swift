extension ACE {
    /// The size of the binary form in bytes, a multiple of four.
    public var binarySize: Int {
        if case .opaque(let bytes) = detail { return (4 + bytes.count + 3) & ~3 }
        var size = 8 + trustee.binarySize
        if type.isObject {
            let types = objectTypes
            size += 4 + (types?.objectType == nil ? 0 : 16) + (types?.inheritedObjectType == nil ? 0 : 16)
        }
        switch detail {
        case .object(_, let data), .applicationData(let data): size += data.count
        case .none, .opaque: break
        }
        return (size + 3) & ~3
    }

    /// Appends the binary form; MS-DTYP 2.4.4.
    ///
    /// The type says whether the field of object types is there.
    func appendBinary(to bytes: inout [UInt8]) {
        let start = bytes.count
        bytes.append(type.rawValue)
        bytes.append(flags.rawValue)
        bytes.appendLittleEndian(UInt16(truncatingIfNeeded: binarySize))
        if case .opaque(let body) = detail {
            bytes.append(contentsOf: body)
        } else {
            bytes.appendLittleEndian(mask.rawValue)
            if type.isObject {
                let types = objectTypes ?? ObjectTypes()
                let present: UInt32 = (types.objectType == nil ? 0 : 1) | (types.inheritedObjectType == nil ? 0 : 2)
                bytes.appendLittleEndian(present)
                types.objectType?.appendBinary(to: &bytes)
                types.inheritedObjectType?.appendBinary(to: &bytes)
            }
            trustee.appendBinary(to: &bytes)
            bytes.append(contentsOf: applicationData)
        }
        while (bytes.count - start) % 4 != 0 { bytes.append(0) }
    }

    /// Reads the entry at an offset; it may not reach beyond the limit.
    ///
    /// Returns the offset behind the entry.
    static func read(
        binary bytes: [UInt8], at offset: Int, limit: Int
    ) throws(ParseError) -> (entry: ACE, end: Int) {
        guard limit - offset >= 4 else { throw ParseError(.truncated, reading: .binary, at: offset) }
        let type = EntryType(rawValue: bytes[offset])
        let flags = EntryFlags(rawValue: bytes[offset + 1])
        let size = Int(bytes.littleEndian16(at: offset + 2))
        // The size is a multiple of four, MS-DTYP 2.4.4.1.
        guard size >= 4, size % 4 == 0, size <= limit - offset else {
            throw ParseError(.size, reading: .binary, at: offset + 2)
        }
        let end = offset + size
        guard type.isKnown else {
            let body = Detail.opaque(Array(bytes[offset + 4..<end]))
            return (ACE(type, flags: flags, mask: [], trustee: .null, detail: body), end)
        }
        guard size >= 16 else { throw ParseError(.size, reading: .binary, at: offset + 2) }
        let mask = AccessMask(rawValue: bytes.littleEndian32(at: offset + 4))
        var position = offset + 8
        var types: ObjectTypes?
        if type.isObject { types = try ObjectTypes(binary: bytes, at: &position, limit: end) }
        let trustee = try SID(binary: bytes, at: position, limit: end)
        position += trustee.binarySize
        let data = Array(bytes[position..<end])
        let detail: Detail
        if let types {
            detail = .object(types, applicationData: data)
        } else {
            detail = data.isEmpty ? .none : .applicationData(data)
        }
        return (ACE(type, flags: flags, mask: mask, trustee: trustee, detail: detail), end)
    }
}

extension ACE.ObjectTypes {
    /// Reads the flags and the identifiers they announce.
    fileprivate init(binary bytes: [UInt8], at position: inout Int, limit: Int) throws(ParseError) {
        guard limit - position >= 4 else { throw ParseError(.truncated, reading: .binary, at: position) }
        let present = bytes.littleEndian32(at: position)
        guard present <= 3 else { throw ParseError(.flag, reading: .binary, at: position) }
        position += 4
        self.init()
        if present & 1 != 0 {
            guard limit - position >= 16 else { throw ParseError(.truncated, reading: .binary, at: position) }
            objectType = GUID(binary: bytes, at: position)
            position += 16
        }
        if present & 2 != 0 {
            guard limit - position >= 16 else { throw ParseError(.truncated, reading: .binary, at: position) }
            inheritedObjectType = GUID(binary: bytes, at: position)
            position += 16
        }
    }
}
