extension SID {
    /// Reads what SDDL takes for a SID: its string form, or an alias of two letters.
    ///
    /// - Parameters:
    ///   - text: for example `S-1-5-32-544`, `BA` or `DU`.
    ///   - domain: the domain that aliases such as `DU` belong to.
    /// - Throws: ``ParseError`` with the offset of the first byte that does not fit.
    public init(sddl text: some StringProtocol, domain: SID? = nil) throws(ParseError) {
        var reader = SDDLReader(Array(text.utf8), domain: domain)
        self = try reader.readSID()
        guard reader.isAtEnd else { throw reader.error(.trailing) }
    }

    /// What SDDL prints for the SID: an alias where there is one, else the string form.
    ///
    /// - Parameter domain: the domain whose accounts print as aliases such as `DU`.
    /// - Returns: the alias or the string form.
    public func sddl(domain: SID? = nil) -> String {
        var output: [UInt8] = []
        SDDLAliases.write(self, domain: domain, to: &output)
        return String(decoding: output, as: UTF8.self)
    }
}
