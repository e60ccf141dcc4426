internal import WindowsSecurity

extension SimulatedMachine {
    /// The token with which a server on this machine acts for the account of a caller.
    ///
    /// Windows: a logon of the type network. What the caller's own token was restricted by is not carried over; an administrator gets the
    /// filtered half, unless `LocalAccountTokenFilterPolicy` says otherwise.
    func networkToken(of caller: AccessToken) throws(Win32Error) -> AccessToken {
        guard let user = accounts.users.first(where: { $0.sid == caller.user.sid }) else { return caller }
        guard !user.isDisabled else { throw .accountDisabled }
        let groups = logonGroups(of: user.sid, type: .network)
        guard accounts.permits(.network, unless: .denyNetwork, for: [user.sid] + groups) else {
            throw .logonTypeNotGranted
        }
        let full = Self.logonToken(
            user: user.sid, groups: groups, logon: .logonSession(high: 0, low: 0), domain: accounts.machine)
        guard groups.contains(.administrators), !keepsRemoteAdministrators, user.sid.relativeIdentifier != 500 else {
            return full
        }
        return Self.split(full, user: user.sid, logon: .logonSession(high: 0, low: 0), questions: questions)
    }

    private var keepsRemoteAdministrators: Bool {
        registry.keys[#"hklm\software\microsoft\windows\currentversion\policies\system"#]?
            .values["localaccounttokenfilterpolicy"]?.content == .number(1)
    }
}
