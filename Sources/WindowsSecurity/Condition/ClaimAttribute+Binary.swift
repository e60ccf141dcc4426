extension ClaimAttribute {
    /// The binary form, `CLAIM_SECURITY_ATTRIBUTE_RELATIVE_V1`; MS-DTYP 2.4.10.1.
    public var binaryRepresentation: [UInt8] {
        let header = 16 + 4 * values.count
        var bytes = [UInt8](repeating: 0, count: header)
        bytes.setLittleEndian(UInt32(truncatingIfNeeded: header), at: 0)
        bytes.setLittleEndian(values.typeCode, at: 4)
        bytes.setLittleEndian(flags, at: 8)
        bytes.setLittleEndian(UInt32(truncatingIfNeeded: values.count), at: 12)
        for unit in name { bytes.appendLittleEndian(unit) }
        bytes.appendLittleEndian(UInt16(0))
        for index in 0..<values.count {
            bytes.setLittleEndian(UInt32(truncatingIfNeeded: bytes.count), at: 16 + 4 * index)
            switch values {
            case .integers(let list): bytes.appendLittleEndian(UInt64(bitPattern: list[index]))
            case .unsignedIntegers(let list), .booleans(let list): bytes.appendLittleEndian(list[index])
            case .strings(let list):
                for unit in list[index] { bytes.appendLittleEndian(unit) }
                bytes.appendLittleEndian(UInt16(0))
            case .sids(let list):
                bytes.appendLittleEndian(UInt32(truncatingIfNeeded: list[index].binarySize))
                list[index].appendBinary(to: &bytes)
            case .octets(let list):
                bytes.appendLittleEndian(UInt32(truncatingIfNeeded: list[index].count))
                bytes.append(contentsOf: list[index])
            }
        }
        return bytes
    }

    /// Reads the binary form, or makes nothing when it is malformed; bytes behind the last value are padding.
    ///
    /// - Parameter bytes: a `CLAIM_SECURITY_ATTRIBUTE_RELATIVE_V1` and what it refers to.
    public init?(binary bytes: [UInt8]) {
        guard bytes.count >= 16 else { return nil }
        let count = Int(bytes.littleEndian32(at: 12))
        guard count <= (bytes.count - 16) / 4, let name = bytes.zeroTerminated(at: Int(bytes.littleEndian32(at: 0)))
        else { return nil }
        let offsets = (0..<count).map { Int(bytes.littleEndian32(at: 16 + 4 * $0)) }
        // Values that share bytes would make much out of little; no writer makes them.
        var room = bytes.count
        let values: Values
        switch bytes.littleEndian16(at: 4) {
        case 1:
            guard let list = bytes.numbers(at: offsets) else { return nil }
            values = .integers(list.map { Int64(bitPattern: $0) })
        case 2:
            guard let list = bytes.numbers(at: offsets) else { return nil }
            values = .unsignedIntegers(list)
        case 3:
            var list: [[UInt16]] = []
            for offset in offsets {
                guard let text = bytes.zeroTerminated(at: offset) else { return nil }
                room -= 2 * text.count
                guard room >= 0 else { return nil }
                list.append(text)
            }
            values = .strings(list)
        case 5:
            var list: [SID] = []
            for offset in offsets {
                guard let octets = bytes.sized(at: offset) else { return nil }
                room -= octets.count
                guard room >= 0 else { return nil }
                do throws(ParseError) { list.append(try SID(binary: octets)) } catch { return nil }
            }
            values = .sids(list)
        case 6:
            guard let list = bytes.numbers(at: offsets) else { return nil }
            values = .booleans(list)
        case 16:
            var list: [[UInt8]] = []
            for offset in offsets {
                guard let octets = bytes.sized(at: offset) else { return nil }
                room -= octets.count
                guard room >= 0 else { return nil }
                list.append(octets)
            }
            values = .octets(list)
        default: return nil
        }
        self.init(name: name, flags: bytes.littleEndian32(at: 8), values: values)
    }
}

extension [UInt8] {
    /// The UTF-16 text at an offset, up to its zero.
    fileprivate func zeroTerminated(at offset: Int) -> [UInt16]? {
        guard offset >= 0, offset <= count else { return nil }
        var units: [UInt16] = []
        var position = offset
        while count - position >= 2 {
            let unit = littleEndian16(at: position)
            if unit == 0 { return units }
            units.append(unit)
            position += 2
        }
        return nil
    }

    /// The 64-bit numbers at the offsets.
    fileprivate func numbers(at offsets: [Int]) -> [UInt64]? {
        var list: [UInt64] = []
        for offset in offsets {
            guard offset >= 0, count - offset >= 8 else { return nil }
            list.append(littleEndian64(at: offset))
        }
        return list
    }

    /// The bytes at an offset behind their 32-bit size.
    fileprivate func sized(at offset: Int) -> [UInt8]? {
        guard offset >= 0, count - offset >= 4 else { return nil }
        let size = Int(littleEndian32(at: offset))
        guard size <= count - offset - 4 else { return nil }
        return Array(self[offset + 4..<offset + 4 + size])
    }
}
