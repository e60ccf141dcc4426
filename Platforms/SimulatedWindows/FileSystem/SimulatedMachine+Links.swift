internal import WindowsSecurity

extension SimulatedMachine {
    /// Gives a file a further name.
    ///
    /// Windows: `CreateHardLinkW`.
    ///
    /// - Parameters:
    ///   - path: the new name.
    ///   - target: the file.
    ///   - process: who calls.
    /// - Throws: `ERROR_ACCESS_DENIED`, `ERROR_ALREADY_EXISTS`, `ERROR_NOT_SAME_DEVICE`, `ERROR_FILE_NOT_FOUND`.
    public mutating func makeHardLink(
        _ path: String, to target: String, by process: ProcessIdentifier
    ) throws(CallError) {
        try perform(.makeHardLink(path, target, process), by: process) { machine throws(CallError) in
            let caller = try machine.process(process, "CreateHardLinkW")
            do throws(Win32Error) {
                let source = try machine.locate(target, for: caller)
                let goal = try machine.locate(path, for: caller, followsLast: false)
                guard let file = source.file else { throw .fileNotFound }
                guard goal.file == nil else { throw .alreadyExists }
                guard file.volume == goal.directory.volume else { throw .notSameDevice }
                guard machine.hasDescriptors(file) else { throw .notSupported }
                let token = source.share?.token ?? caller.token
                let desired: AccessMask = [.fileWriteAttributes, .synchronize]
                try machine.passShare(at: source, desired)
                try machine.passShare(at: goal, .fileAddFile)
                let decision = machine.rules(token).hardLink(
                    machine.object(file), in: machine.files.descriptor(of: source.directory),
                    to: machine.files.descriptor(of: goal.directory))
                guard decision.isSuccess else {
                    machine.noteRefusal(file, token: token, desired: desired)
                    throw Self.error(decision.status)
                }
                machine.noteGrant(file, token: token, desired: desired)
                machine.noteGrant(goal.directory, token: token, desired: .fileAddFile)
                machine.files.link(goal.name.bytes, to: file, in: goal.directory)
            } catch {
                throw CallError(error, "CreateHardLinkW", "\(path) to \(target)")
            }
        }
    }

    /// Makes a link to a file or directory, or a junction to a directory.
    ///
    /// Windows: `CreateSymbolicLinkW`; `FSCTL_SET_REPARSE_POINT` for a junction, which needs no privilege.
    ///
    /// - Parameters:
    ///   - path: the link.
    ///   - point: where it leads.
    ///   - isDirectory: whether it stands for a directory; a junction always does.
    ///   - process: who calls.
    /// - Throws: `ERROR_PRIVILEGE_NOT_HELD` for a symbolic link without `SeCreateSymbolicLinkPrivilege`,
    ///   `ERROR_ACCESS_DENIED`, `ERROR_ALREADY_EXISTS`.
    public mutating func makeLink(
        _ path: String, to point: ReparsePoint, isDirectory: Bool, by process: ProcessIdentifier
    ) throws(CallError) {
        try perform(.makeLink(path, point, isDirectory, process), by: process) { machine throws(CallError) in
            let caller = try machine.process(process, "CreateSymbolicLinkW")
            var isDirectory = isDirectory
            if case .symbolicLink = point {
                guard caller.token.holds(.createSymbolicLink) || machine.isDeveloperMode else {
                    throw CallError(.privilegeNotHeld, "CreateSymbolicLinkW", path)
                }
            } else {
                isDirectory = true
            }
            do throws(Win32Error) {
                let location = try machine.locate(path, for: caller, followsLast: false)
                guard location.file == nil else { throw .alreadyExists }
                guard machine.hasDescriptors(location.directory) else { throw .notSupported }
                let file = try machine.make(
                    at: location, isDirectory: isDirectory, descriptor: nil, token: caller.token)
                machine.files[file].attributes.insert(.reparsePoint)
                machine.files.withContent(of: file) { $0.reparse = point }
            } catch {
                throw CallError(error, "CreateSymbolicLinkW", path)
            }
        }
    }

    /// Whether symbolic links need no privilege; Windows: developer mode.
    var isDeveloperMode: Bool {
        registry.keys[#"hklm\software\microsoft\windows\currentversion\appmodelunlock"#]?
            .values["allowdevelopmentwithoutdevlicense"]?.content == .number(1)
    }
}
