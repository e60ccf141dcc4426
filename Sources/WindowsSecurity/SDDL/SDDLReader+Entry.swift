extension SDDLReader {
    /// Reads one entry in parentheses; `slack` grows by what Windows reserves in vain behind the list.
    mutating func readEntry(isDiscretionary: Bool, slack: inout Int) throws(ParseError) -> ACE {
        try expect(UInt8(ascii: "("))
        skipBlanks()
        let type = try readEntryType(isDiscretionary: isDiscretionary)
        try expect(UInt8(ascii: ";"))
        let flags = try readEntryFlags()
        try expect(UInt8(ascii: ";"))
        let rightsStart = offset
        let mask = try readRights(isLabel: type == .mandatoryLabel)
        let hasRights = offset > rightsStart
        try expect(UInt8(ascii: ";"))
        let objectType = try readGUID()
        try expect(UInt8(ascii: ";"))
        let inheritedObjectType = try readGUID()
        if !type.isObject, objectType != nil || inheritedObjectType != nil { throw error(.guid) }
        try expect(UInt8(ascii: ";"))
        skipBlanks()
        let trusteeStart = offset
        let trustee = try readSID()
        let isPlain = type == .accessAllowed || type == .accessDenied
        // Blanks may follow an alias, but not the string form.
        let trusteeEnd = offset
        if trusteeEnd == trusteeStart + 2 { skipBlanks() }
        if !hasRights, isPlain, Self.isOversized(bytes[trusteeStart..<trusteeEnd]) { slack += 4 }
        let data = try readApplicationData(of: type)
        try expect(UInt8(ascii: ")"))
        let types = ACE.ObjectTypes(objectType: objectType, inheritedObjectType: inheritedObjectType)
        let detail: ACE.Detail =
            type.isObject ? .object(types, applicationData: data) : data.isEmpty ? .none : .applicationData(data)
        return ACE(type, flags: flags, mask: mask, trustee: trustee, detail: detail)
    }

    /// Whether Windows reserves four bytes too many for an entry without rights for this alias.
    ///
    /// Captured on Windows for the aliases `AU` and `MP`, and captured not to happen for `BA` and `WD` nor for string
    /// forms; the list then also carries revision 4, as if Windows had laid out an object entry with its field of flags.
    /// No reader minds the empty bytes.
    private static func isOversized(_ alias: ArraySlice<UInt8>) -> Bool {
        alias.elementsEqual("AU".utf8) || alias.elementsEqual("MP".utf8)
    }

    @inline(__always)
    private mutating func readEntryType(isDiscretionary: Bool) throws(ParseError) -> EntryType {
        let isShort = peek(1) == UInt8(ascii: ";")
        let word = TwoLetters(isShort ? 0 : next, isShort ? next : peek(1))
        guard isShort || (peek(2) == UInt8(ascii: ";") && next.isLetter), let type = EntryType(word) else {
            throw error(.entryType)
        }
        guard (type.isAllow || type.isDeny) == isDiscretionary else { throw error(.entryType) }
        offset += isShort ? 1 : 2
        return type
    }

    @inline(__always)
    private mutating func readEntryFlags() throws(ParseError) -> EntryFlags {
        var flags: EntryFlags = []
        skipBlanks()
        while !isAtEnd, next != UInt8(ascii: ";") {
            guard let flag = EntryFlags(TwoLetters(next, peek(1))) else { throw error(.flag) }
            flags.insert(flag)
            offset += 2
        }
        return flags
    }

    /// Reads an identifier, or blanks where there is none.
    @inline(__always)
    private mutating func readGUID() throws(ParseError) -> GUID? {
        if next == UInt8(ascii: ";") { return nil }
        return try readGivenGUID()
    }

    private mutating func readGivenGUID() throws(ParseError) -> GUID? {
        if Self.isBlank(next) {
            skipBlanks()
            guard next == UInt8(ascii: ";") else { throw error(.guid) }
        }
        guard next != UInt8(ascii: ";") else { return nil }
        let end = min(offset + 36, bytes.count)
        guard let guid = GUID(text: bytes[offset..<end]) else { throw error(.guid) }
        offset = end
        return guid
    }

    /// Reads the condition of a callback entry or the attribute of a resource entry.
    @inline(__always)
    private mutating func readApplicationData(of type: EntryType) throws(ParseError) -> [UInt8] {
        if type == .resourceAttribute {
            try expect(UInt8(ascii: ";"))
            return try readAttribute().binaryRepresentation
        }
        guard type.isCallback else { return [] }
        try expect(UInt8(ascii: ";"))
        return try readCondition().binaryRepresentation
    }
}
