extension AccessControlList {
    /// Reads the short or the long text form of acl(5) with numeric ids.
    ///
    /// Entries are separated by commas or white space; `#` begins a comment that ends with the line, so that the output
    /// of `getfacl --numeric` without default entries is accepted.
    ///
    /// - Parameter text: for example `u::rw-,g::r--,g:65536:rw-,m::rw-,o::r--`.
    /// - Throws: `AccessControlTextError` with the offset of the first byte that does not fit.
    public init(text: some StringProtocol) throws(AccessControlTextError) {
        let bytes = Array(text.utf8)
        var entries: [AccessControlEntry] = []
        var offset = 0
        while offset < bytes.count {
            if bytes[offset] == UInt8(ascii: "#") {
                while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
            } else if Self.separates(bytes[offset]) {
                offset += 1
            } else {
                let end = bytes[offset...].firstIndex(where: Self.separates) ?? bytes.endIndex
                entries.append(try Self.entry(bytes[offset..<end]))
                offset = end
            }
        }
        do throws(AccessControlListError) {
            try self.init(entries: entries)
        } catch {
            throw AccessControlTextError(code: .invalid(error), offset: bytes.count)
        }
    }

    private static func separates(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "\t")
    }

    private static func entry(_ text: ArraySlice<UInt8>) throws(AccessControlTextError) -> AccessControlEntry {
        let colon = UInt8(ascii: ":")
        guard let first = text.firstIndex(of: colon) else {
            throw AccessControlTextError(code: .missingColon, offset: text.endIndex)
        }
        guard let second = text[(first + 1)...].firstIndex(of: colon) else {
            throw AccessControlTextError(code: .missingColon, offset: text.endIndex)
        }
        let qualifier = text[(first + 1)..<second]
        let tag: AccessControlTag
        switch String(decoding: text[..<first], as: UTF8.self) {
        case "u", "user": tag = qualifier.isEmpty ? .owner : .user(try identifier(qualifier))
        case "g", "group": tag = qualifier.isEmpty ? .owningGroup : .group(try identifier(qualifier))
        case "m", "mask": tag = .mask
        case "o", "other": tag = .other
        default: throw AccessControlTextError(code: .unknownTag, offset: text.startIndex)
        }
        if tag == .mask || tag == .other, !qualifier.isEmpty {
            throw AccessControlTextError(code: .unexpectedIdentifier, offset: qualifier.startIndex)
        }
        return AccessControlEntry(tag, try permissions(text[(second + 1)...]))
    }

    private static func identifier(_ text: ArraySlice<UInt8>) throws(AccessControlTextError) -> UInt32 {
        var value: UInt32 = 0
        for byte in text {
            let digit = byte &- UInt8(ascii: "0")
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(UInt32(digit))
            guard digit < 10, !overflow, !carry, sum != .max else {
                throw AccessControlTextError(code: .invalidIdentifier, offset: text.startIndex)
            }
            value = sum
        }
        return value
    }

    private static func permissions(_ text: ArraySlice<UInt8>) throws(AccessControlTextError) -> Permissions {
        if text.count == 1, let digit = text.first, digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "7") {
            return Permissions(rawValue: digit - UInt8(ascii: "0"))
        }
        var permissions: Permissions = []
        let letters: [(UInt8, Permissions)] = [
            (UInt8(ascii: "r"), .read), (UInt8(ascii: "w"), .write), (UInt8(ascii: "x"), .execute),
        ]
        guard text.count == 3 else {
            throw AccessControlTextError(code: .invalidPermissions, offset: text.startIndex)
        }
        for (offset, (letter, permission)) in zip(text.indices, letters) {
            switch text[offset] {
            case letter: permissions.insert(permission)
            case UInt8(ascii: "-"): break
            default: throw AccessControlTextError(code: .invalidPermissions, offset: offset)
            }
        }
        return permissions
    }
}
