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

    func write(domain: SID?, to output: inout [UInt8]) {
        let semicolon = UInt8(ascii: ";")
        output.append(UInt8(ascii: "("))
        if let word = type.word {
            word.write(to: &output)
        } else {
            output.appendHexadecimal(UInt64(type.rawValue))
        }
        output.append(semicolon)
        flags.write(to: &output)
        output.append(semicolon)
        SDDLRights.write(mask, isLabel: type == .mandatoryLabel, to: &output)
        output.append(semicolon)
        objectTypes?.objectType?.write(to: &output)
        output.append(semicolon)
        objectTypes?.inheritedObjectType?.write(to: &output)
        output.append(semicolon)
        SDDLAliases.write(trustee, domain: domain, to: &output)
        if type == .resourceAttribute, let attribute = ClaimAttribute(binary: applicationData) {
            output.append(semicolon)
            attribute.write(domain: domain, to: &output)
        } else if type.isCallback, let condition = ConditionalExpression(binary: applicationData) {
            output.append(semicolon)
            condition.write(domain: domain, to: &output)
        }
        output.append(UInt8(ascii: ")"))
    }
}
