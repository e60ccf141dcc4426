public import SandboxModel

extension SimulatedHost {
    /// Opens a password that setup stored.
    ///
    /// - Parameters:
    ///   - principal: whose password.
    ///   - path: the file; Windows: `sandbox_users.json`.
    ///   - process: who reads the file and opens what is protected in it.
    /// - Returns: the password.
    /// - Throws: what reading throws, `ERROR_INVALID_PARAMETER` for a file that setup did not write, `NTE_BAD_KEY_STATE` when the password
    ///   is protected for another account.
    public func password(
        of principal: Principal, in path: String, by process: ProcessIdentifier
    ) throws(CallError) -> String {
        let bytes = try machine.readFile(path, by: process)
        guard let blob = SandboxCredentials(parsing: bytes)?.passwords[principal] else {
            throw CallError(.invalidParameter, "ReadFile", path)
        }
        return String(decoding: try machine.unprotect(blob, by: process), as: UTF8.self)
    }
}
