public import WindowsSecurity

extension SimulatedMachine {
    /// Makes a weaker copy of a process's own token.
    ///
    /// Windows: `OpenProcessToken` and `CreateRestrictedToken`.
    ///
    /// - Parameters:
    ///   - filter: what to take away.
    ///   - identifier: whose token.
    /// - Returns: the token.
    /// - Throws: `ERROR_ACCESS_DENIED`, `ERROR_INVALID_PARAMETER` for a refused restricting SID.
    public func restrictedToken(
        _ filter: TokenFilter, of identifier: ProcessIdentifier
    ) throws(CallError) -> AccessToken {
        let token = try process(identifier, "OpenProcessToken").token
        do throws(TokenFilter.Failure) {
            return try token.filtered(by: filter, questions: questions)
        } catch {
            let code: Win32Error = error.code == .accessDenied ? .accessDenied : .invalidParameter
            throw CallError(code, "CreateRestrictedToken", error.sid?.description ?? "the token")
        }
    }

    /// Switches privileges of a process's own token on; those it does not hold are left out.
    ///
    /// Windows: `AdjustTokenPrivileges`.
    ///
    /// - Parameters:
    ///   - privileges: the privileges.
    ///   - identifier: whose token.
    /// - Throws: `ERROR_INVALID_HANDLE` when the caller is gone.
    public mutating func enablePrivileges(
        _ privileges: PrivilegeSet, by identifier: ProcessIdentifier
    ) throws(CallError) {
        try perform(.enablePrivileges(privileges, identifier), by: identifier) { machine throws(CallError) in
            _ = try machine.process(identifier, "AdjustTokenPrivileges")
            machine.processes[identifier]?.token.adjustPrivileges(enable: privileges)
        }
    }
}
