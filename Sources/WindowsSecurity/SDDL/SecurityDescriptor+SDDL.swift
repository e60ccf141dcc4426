extension SecurityDescriptor {
    /// Reads a descriptor in the security descriptor definition language.
    ///
    /// Windows: `ConvertStringSecurityDescriptorToSecurityDescriptorW`, MS-DTYP 2.5.1.
    ///
    /// - Parameters:
    ///   - text: sections `O:`, `G:`, `D:` and `S:`; the empty text is a descriptor without parts.
    ///   - domain: the domain that aliases such as `DU` and `LA` belong to.
    /// - Throws: ``ParseError`` with the offset of the first byte that does not fit.
    public init(sddl text: some StringProtocol, domain: SID? = nil) throws(ParseError) {
        var reader = SDDLReader(Array(text.utf8), domain: domain)
        self = try reader.readDescriptor()
    }
}

extension SDDLReader {
    mutating func readDescriptor() throws(ParseError) -> SecurityDescriptor {
        var descriptor = SecurityDescriptor()
        skipBlanks()
        while !isAtEnd {
            let section = next
            guard peek(1) == UInt8(ascii: ":") else { throw error(.section) }
            switch section {
            case UInt8(ascii: "O"):
                guard descriptor.owner == nil else { throw error(.section) }
                offset += 2
                skipBlanks()
                descriptor.owner = try readSID()
            case UInt8(ascii: "G"):
                guard descriptor.group == nil else { throw error(.section) }
                offset += 2
                skipBlanks()
                descriptor.group = try readSID()
            case UInt8(ascii: "D"):
                guard !descriptor.dacl.isPresent else { throw error(.section) }
                offset += 2
                let (list, flags) = try readList(isDiscretionary: true)
                descriptor.dacl = list
                if flags.isProtected { descriptor.control.insert(.daclProtected) }
                if flags.isAutoInherited { descriptor.control.insert(.daclAutoInherited) }
                if flags.requiresAutoInherit { descriptor.control.insert(.daclAutoInheritRequired) }
            case UInt8(ascii: "S"):
                guard !descriptor.sacl.isPresent else { throw error(.section) }
                offset += 2
                let (list, flags) = try readList(isDiscretionary: false)
                descriptor.sacl = list
                if flags.isProtected { descriptor.control.insert(.saclProtected) }
                if flags.isAutoInherited { descriptor.control.insert(.saclAutoInherited) }
                if flags.requiresAutoInherit { descriptor.control.insert(.saclAutoInheritRequired) }
            default:
                throw error(.section)
            }
            skipBlanks()
        }
        return descriptor
    }

    private struct ListFlags {
        var isProtected = false
        var isAutoInherited = false
        var requiresAutoInherit = false
    }

    private mutating func readList(
        isDiscretionary: Bool
    ) throws(ParseError) -> (SecurityDescriptor.List, ListFlags) {
        var flags = ListFlags()
        var isNull = false
        skipBlanks()
        while next != UInt8(ascii: "("), !isAtEnd, peek(1) != UInt8(ascii: ":") {
            if skip(UInt8(ascii: "P")) || skip(UInt8(ascii: "p")) {
                flags.isProtected = true
            } else if skip(word: "NO_ACCESS_CONTROL") {
                isNull = true
            } else if skip(word: "AR") {
                flags.requiresAutoInherit = true
            } else if skip(word: "AI") {
                flags.isAutoInherited = true
            } else {
                throw error(.flag)
            }
            skipBlanks()
        }
        var list = ACL([])
        if next == UInt8(ascii: "(") { list.entries.reserveCapacity((bytes.count - offset) / 20 + 1) }
        while next == UInt8(ascii: "(") {
            guard !isNull else { throw error(.section) }
            do throws(ParseError) {
                list.entries.append(try readEntry(isDiscretionary: isDiscretionary, slack: &list.slack))
            } catch {
                var error = error
                error.isInsideList = true
                throw error
            }
            skipBlanks()
        }
        if list.slack > 0 { list.storedRevision = 4 }
        guard isNull || list.binarySize <= UInt16.max else { throw error(.size) }
        return (isNull ? .null : .list(list), flags)
    }
}
