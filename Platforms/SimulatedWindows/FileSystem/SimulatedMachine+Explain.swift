public import WindowsSecurity

extension SimulatedMachine {
    /// Says why a process may or may not have rights on a file; changes nothing.
    ///
    /// - Parameters:
    ///   - path: the path; links are followed.
    ///   - access: the rights.
    ///   - identifier: the process.
    /// - Returns: the decision of the file's own descriptor and every step of it.
    /// - Throws: `ERROR_FILE_NOT_FOUND`, `ERROR_PATH_NOT_FOUND`.
    public func explain(
        _ path: String, _ access: AccessMask, by identifier: ProcessIdentifier
    ) throws(CallError) -> (decision: AccessDecision, derivation: Derivation) {
        let process = try process(identifier, "AccessCheck")
        do throws(Win32Error) {
            guard let file = try locate(path, for: process).file else { throw .fileNotFound }
            return AccessCheck.explain(
                files.descriptor(of: file), token: process.token,
                request: AccessRequest(access, mapping: ObjectType.file.mapping, questions: questions))
        } catch {
            throw CallError(error, "AccessCheck", path)
        }
    }
}
