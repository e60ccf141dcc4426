public import WindowsSecurity

extension SimulatedMachine {
    /// What a change of a list reached.
    public struct PropagationReport: Hashable, Sendable {
        /// How many descendants were looked at.
        public let visited: Int
        /// How many refused the change; Windows does not tell.
        public let refused: Int
    }

    /// Reads the descriptor of a file without its system list.
    ///
    /// Windows: `GetNamedSecurityInfoW`.
    ///
    /// - Parameters:
    ///   - path: the path.
    ///   - process: who calls.
    /// - Returns: the descriptor.
    /// - Throws: `ERROR_ACCESS_DENIED` without `READ_CONTROL`, `ERROR_FILE_NOT_FOUND`.
    public mutating func descriptor(
        of path: String, by process: ProcessIdentifier
    ) throws(CallError) -> SecurityDescriptor {
        try perform(.descriptor(path, process), by: process) { machine throws(CallError) in
            let (file, _) = try machine.openSecurity(path, .readControl, "GetNamedSecurityInfoW", by: process)
            return machine.files.descriptor(of: file)
        }
    }

    /// Edits the list of a file and carries what is inheritable down to every descendant.
    ///
    /// Windows: `SetEntriesInAclW` and `SetNamedSecurityInfoW`. It runs as the caller and is not atomic: descendants whose list
    /// the caller may not write stay as they are.
    ///
    /// - Parameters:
    ///   - path: the path; links are followed.
    ///   - wishes: the edits in their order.
    ///   - refusesLinks: whether a link on the way ends it; Windows: `OBJ_DONT_REPARSE`.
    ///   - process: who calls.
    /// - Returns: how many descendants were reached.
    /// - Throws: `ERROR_ACCESS_DENIED` without `READ_CONTROL` and `WRITE_DAC`; `ERROR_INVALID_PARAMETER` on a volume without
    ///   descriptors.
    @discardableResult
    public mutating func edit(
        _ path: String, _ wishes: [ExplicitAccess], refusesLinks: Bool = false, by process: ProcessIdentifier
    ) throws(CallError) -> PropagationReport {
        try perform(.edit(path, wishes, refusesLinks, process), by: process) { machine throws(CallError) in
            if refusesLinks, let way = try? FilePath(path), machine.crossesLink(way) {
                throw CallError(.reparsePointEncountered, "SetNamedSecurityInfoW", path)
            }
            let (file, directory) = try machine.openSecurity(
                path, [.readControl, .writeDACL], "SetNamedSecurityInfoW", by: process)
            let present = machine.files.descriptor(of: file)
            // A missing or NULL list grants everything; SetEntriesInAcl starts from an empty one.
            let list = (present.dacl.list ?? []).setting(wishes, questions: machine.questions)
            return machine.setList(list, of: file, in: directory, protection: .unchanged, by: process)
        }
    }

    /// Replaces the list of a file and carries what is inheritable down.
    ///
    /// Windows: `SetNamedSecurityInfoW`, with `PROTECTED_DACL_SECURITY_INFORMATION` or its opposite.
    ///
    /// - Parameters:
    ///   - path: the path.
    ///   - descriptor: its DACL is taken, and whether it is protected.
    ///   - inherits: whether a list that was protected inherits again.
    ///   - process: who calls.
    /// - Returns: how many descendants were reached.
    /// - Throws: as for ``edit(_:_:by:)``.
    @discardableResult
    public mutating func setList(
        of path: String, to descriptor: SecurityDescriptor, inherits: Bool = false, by process: ProcessIdentifier
    ) throws(CallError) -> PropagationReport {
        try perform(.setList(path, descriptor, inherits, process), by: process) { machine throws(CallError) in
            let (file, directory) = try machine.openSecurity(
                path, [.readControl, .writeDACL], "SetNamedSecurityInfoW", by: process)
            let protection: DescriptorProtection =
                descriptor.control.contains(.daclProtected) ? .protected : inherits ? .unprotected : .unchanged
            return machine.setList(
                descriptor.dacl.list ?? [], of: file, in: directory, protection: protection, by: process)
        }
    }

    /// Puts a label on a file and on everything below it.
    ///
    /// Windows: `SetNamedSecurityInfoW` with `LABEL_SECURITY_INFORMATION`, `icacls /setintegritylevel`.
    ///
    /// - Parameters:
    ///   - level: the level; not above the caller's own without `SeRelabelPrivilege`.
    ///   - path: the path.
    ///   - process: who calls.
    /// - Throws: `ERROR_ACCESS_DENIED` without `WRITE_OWNER`, `ERROR_PRIVILEGE_NOT_HELD` for a higher level.
    public mutating func setLabel(
        _ level: IntegrityLevel, of path: String, by process: ProcessIdentifier
    ) throws(CallError) {
        try perform(.setLabel(level, path, process), by: process) { machine throws(CallError) in
            let call = "SetNamedSecurityInfoW"
            let token = try machine.process(process, call).token
            guard level <= token.integrityLevel || token.holds(.relabel) else {
                throw CallError(.privilegeNotHeld, call, path)
            }
            let (file, _) = try machine.openSecurity(path, .writeOwner, call, by: process)
            let flags: EntryFlags = machine.files[file].isDirectory ? [.objectInherit, .containerInherit] : []
            machine.relabel(file, Self.label(level, flags: flags))
        }
    }

    private mutating func relabel(_ file: FileReference, _ label: ACE) {
        var descriptor = files.descriptor(of: file)
        var label = label
        let isDirectory = files[file].isDirectory
        if !isDirectory { label.flags.subtract(.inheritance) }
        descriptor.sacl = .list([label])
        files[file].descriptor = files.descriptors.intern(descriptor)
        guard isDirectory else { return }
        label.flags.insert(.inherited)
        for entry in files.entries(of: file) { relabel(entry.file, label) }
    }

    /// Makes somebody the owner of a file.
    ///
    /// Windows: `SetNamedSecurityInfoW` with `OWNER_SECURITY_INFORMATION`.
    ///
    /// - Parameters:
    ///   - owner: the new owner.
    ///   - path: the path.
    ///   - process: who calls.
    /// - Throws: `ERROR_ACCESS_DENIED` without `WRITE_OWNER`, `ERROR_INVALID_OWNER`.
    public mutating func setOwner(
        _ owner: SID, of path: String, by process: ProcessIdentifier
    ) throws(CallError) {
        try perform(.setOwner(owner, path, process), by: process) { machine throws(CallError) in
            let call = "SetNamedSecurityInfoW"
            let (file, directory) = try machine.openSecurity(path, .writeOwner, call, by: process)
            let token = try machine.process(process, call).token
            let decision = machine.rules(token).setOwner(
                of: machine.object(file), in: machine.files.descriptor(of: directory), to: owner)
            guard decision.isSuccess else { throw CallError(Self.error(decision.status), call, path) }
            var descriptor = machine.files.descriptor(of: file)
            descriptor.owner = owner
            machine.files[file].descriptor = machine.files.descriptors.intern(descriptor)
        }
    }

    /// Whether a link lies on a path, its last component included.
    private func crossesLink(_ path: FilePath) -> Bool {
        var part = FilePath(root: path.root, components: [])
        for name in path.components {
            part.components.append(name)
            guard let file = (try? locate(part, followsLast: false, collectsWay: false))?.file else { return false }
            if files[file].attributes.contains(.reparsePoint) { return true }
        }
        return false
    }

    /// Opens a file for its descriptor.
    private mutating func openSecurity(
        _ path: String, _ desired: AccessMask, _ call: String, by identifier: ProcessIdentifier
    ) throws(CallError) -> (file: FileReference, directory: FileReference) {
        let process = try process(identifier, call)
        do throws(Win32Error) {
            let location = try locate(path, for: process)
            guard let file = location.file else { throw .fileNotFound }
            guard hasDescriptors(file) else { throw .invalidParameter }
            let request = OpenRequest(path, access: desired, options: .backupSemantics)
            _ = try authorize(file, at: location, desired: desired, request: request, token: process.token)
            return (file, location.directory)
        } catch {
            throw CallError(error, call, path)
        }
    }

    /// Sets the list of a file and propagates.
    private mutating func setList(
        _ list: ACL, of file: FileReference, in directory: FileReference,
        protection: DescriptorProtection, by identifier: ProcessIdentifier
    ) -> PropagationReport {
        var descriptor = files.descriptor(of: file)
        let isDirectory = files[file].isDirectory
        let parent = file.record == Volume.root ? nil : files.descriptor(of: directory)
        descriptor.setDACL(
            list, protection: protection, parent: parent, isContainer: isDirectory, questions: questions)
        files[file].descriptor = files.descriptors.intern(descriptor)
        var propagation = Propagation(questions: questions)
        guard isDirectory, let token = processes[identifier]?.token else {
            return PropagationReport(visited: 0, refused: 0)
        }
        let rules = rules(token)
        propagation.run(from: file, in: &files) { object, parent in
            rules.open(FileObject(object), in: parent, desired: [.readControl, .writeDACL]).isSuccess
        }
        return PropagationReport(visited: propagation.visited, refused: propagation.refused)
    }
}
