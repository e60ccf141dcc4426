/// The descriptors that Windows gives where nobody passes one.
///
/// Windows: `TokenDefaultDacl` in winnt.h, and the page of Microsoft Learn about the security of pipes.
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

    /// The list of a pipe made without a descriptor, which is not the default list of the token.
    ///
    /// Windows: `CreateNamedPipe` with NULL security attributes.
    ///
    /// - Parameter owner: the owner of the pipe.
    /// - Returns: full access for system, administrators and the owner; reading for everyone and anonymous.
    public static func pipeDACL(owner: SID) -> ACL {
        [
            .allow(.fileAll, to: .localSystem), .allow(.fileAll, to: .administrators), .allow(.fileAll, to: owner),
            .allow(.fileGenericRead, to: .everyone), .allow(.fileGenericRead, to: .anonymous),
        ]
    }

    /// The label of processes and threads: neither written nor read from below.
    ///
    /// - Parameter level: the level of the process.
    /// - Returns: the entry of the SACL.
    public static func processLabel(_ level: IntegrityLevel) -> ACE {
        let policy: LabelPolicy = [.noWriteUp, .noReadUp]
        return ACE(.mandatoryLabel, mask: AccessMask(rawValue: policy.rawValue), trustee: level.sid)
    }
}
