internal import WindowsSecurity

extension SimulatedMachine {
    /// Changes the attributes of a file; whether it is a directory or a link is no matter of choice.
    ///
    /// Windows: `SetFileAttributesW`.
    ///
    /// - Parameters:
    ///   - attributes: the new attributes.
    ///   - path: the path; a link in the last component is not followed.
    ///   - process: who calls.
    /// - Throws: `ERROR_ACCESS_DENIED` without `FILE_WRITE_ATTRIBUTES`, `ERROR_FILE_NOT_FOUND`.
    public mutating func setAttributes(
        _ attributes: FileAttributes, of path: String, by process: ProcessIdentifier
    ) throws(CallError) {
        try perform(.setAttributes(attributes, path, process), by: process) { machine throws(CallError) in
            let caller = try machine.process(process, "SetFileAttributesW")
            do throws(Win32Error) {
                let location = try machine.locate(path, for: caller, followsLast: false)
                guard let file = location.file else { throw .fileNotFound }
                let request = OpenRequest(path, access: [.fileWriteAttributes, .synchronize])
                _ = try machine.authorize(
                    file, at: location, desired: request.access, request: request, token: caller.token)
                let fixed: FileAttributes = [.directory, .reparsePoint]
                machine.files[file].attributes = attributes.subtracting(fixed).union(
                    machine.files[file].attributes.intersection(fixed))
            } catch {
                throw CallError(error, "SetFileAttributesW", path)
            }
        }
    }
}
