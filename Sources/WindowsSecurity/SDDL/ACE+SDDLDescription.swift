extension ACE {
    /// The entry in the security descriptor definition language, in parentheses.
    ///
    /// - Parameter domain: the domain whose accounts print as aliases such as `DU`.
    /// - Returns: for example `(A;OICI;FA;;;BA)`; a type without a name prints as its number.
    public func sddl(domain: SID? = nil) -> String {
        var output: [UInt8] = []
        write(domain: domain, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// Appends the entry.
    func write(domain: SID?, to output: inout [UInt8]) {
        Self.write([self], at: 0, domain: domain, to: &output)
    }

    /// Appends the entry at an index; all but conditions and attributes go into room that is reserved once.
    ///
    /// The fields are read where they are, for a copy of an entry costs as much as printing it.
    static func write(_ entries: [ACE], at index: Int, domain: SID?, to output: inout [UInt8]) {
        output.append(addingCapacity: textLimit(of: entries, at: index)) { (room: inout OutputSpan<UInt8>) in
            writeFields(of: entries, at: index, domain: domain, to: &room)
        }
        if entries[index].type == .resourceAttribute || entries[index].type.isCallback {
            writeApplicationData(of: entries[index], domain: domain, to: &output)
        }
        output.append(UInt8(ascii: ")"))
    }

    @inline(never)
    private static func writeApplicationData(of entry: ACE, domain: SID?, to output: inout [UInt8]) {
        if entry.type == .resourceAttribute, let attribute = ClaimAttribute(binary: entry.applicationData) {
            output.append(UInt8(ascii: ";"))
            attribute.write(domain: domain, to: &output)
        } else if entry.type.isCallback, let condition = ConditionalExpression(binary: entry.applicationData) {
            output.append(UInt8(ascii: ";"))
            condition.write(domain: domain, to: &output)
        }
    }

    /// How much room the six fields need at most: type 4, flags 16, rights 34, two identifiers of 36, the trustee,
    /// parentheses and semicolons.
    static func textLimit(of entries: [ACE], at index: Int) -> Int {
        61 + (entries[index].type.isObject ? 72 : 0) + entries[index].trustee.textLimit
    }

    private static func writeFields(
        of entries: [ACE], at index: Int, domain: SID?, to room: inout OutputSpan<UInt8>
    ) {
        let semicolon = UInt8(ascii: ";")
        let type = entries[index].type
        room.append(UInt8(ascii: "("))
        if let word = type.word { word.write(to: &room) } else { room.appendHexadecimal(UInt64(type.rawValue)) }
        room.append(semicolon)
        entries[index].flags.write(to: &room)
        room.append(semicolon)
        SDDLRights.write(entries[index].mask, isLabel: type == .mandatoryLabel, to: &room)
        room.append(semicolon)
        let types = type.isObject ? entries[index].objectTypes : nil
        types?.objectType?.write(to: &room)
        room.append(semicolon)
        types?.inheritedObjectType?.write(to: &room)
        room.append(semicolon)
        SDDLAliases.write(entries[index].trustee, domain: domain, to: &room)
    }
}
