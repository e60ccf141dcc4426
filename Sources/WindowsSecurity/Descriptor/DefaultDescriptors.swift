/// The descriptors that Windows gives where nobody passes one.
///
/// Windows: `TokenDefaultDacl` in winnt.h.
public enum DefaultDescriptors {
    /// The default list of a token: the user and the system, or administrators and the system, and the session.
    ///
    /// Windows: `TokenDefaultDacl` of an interactive logon.
    ///
    /// - Parameters:
    ///   - user: the user, or administrators for an elevated token.
    ///   - logonSession: the SID of the logon session.
    /// - Returns: the list `(A;;GA;;;user)(A;;GA;;;SY)(A;;GXGR;;;session)`.
    public static func tokenDACL(user: SID, logonSession: SID?) -> ACL {
        var list: ACL = [.allow(.genericAll, to: user), .allow(.genericAll, to: .localSystem)]
        if let logonSession { list.entries.append(.allow([.genericRead, .genericExecute], to: logonSession)) }
        return list
    }
}
