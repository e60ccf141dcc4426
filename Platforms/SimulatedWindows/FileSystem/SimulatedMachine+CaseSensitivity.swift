internal import WindowsSecurity

extension SimulatedMachine {
    /// Makes a directory tell names apart that differ in case only, or not any more.
    ///
    /// Windows: `SetFileInformationByHandle` with `FILE_CASE_SENSITIVE_INFO`, `fsutil file setCaseSensitiveInfo`.
    ///
    /// - Parameters:
    ///   - isOn: whether case counts.
    ///   - path: the directory, which must be empty.
    ///   - process: who calls.
    /// - Throws: `ERROR_ACCESS_DENIED` without `FILE_WRITE_ATTRIBUTES`, `ERROR_DIR_NOT_EMPTY`, `ERROR_DIRECTORY`.
    public mutating func setCaseSensitive(
        _ isOn: Bool, of path: String, by process: ProcessIdentifier
    ) throws(CallError) {
        try perform(.setCaseSensitive(isOn, path, process), by: process) { machine throws(CallError) in
            let call = "SetFileInformationByHandle"
            let caller = try machine.process(process, call)
            do throws(Win32Error) {
                let directory = try machine.directory(
                    at: path, [.fileWriteAttributes, .synchronize], missing: .fileNotFound, for: caller)
                guard machine.files[directory].firstChild == FileRecord.none else { throw .directoryNotEmpty }
                machine.files[directory].isCaseSensitive = isOn
            } catch {
                throw CallError(error, call, path)
            }
        }
    }
}
