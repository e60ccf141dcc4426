extension FileRules {
    /// Creates a file or directory; the handle gets what was asked for, whatever the new descriptor says.
    ///
    /// Windows: `FILE_CREATE` of `NtCreateFile`, MS-FSA 2.1.5.1.1.
    ///
    /// - Parameters:
    ///   - isDirectory: whether a directory is made.
    ///   - parent: the descriptor of the directory that will hold it.
    ///   - path: the descriptors of the directories on the way.
    ///   - desired: the rights asked for on the new handle.
    /// - Returns: the status and what the handle may do.
    public func create(
        isDirectory: Bool, in parent: SecurityDescriptor, path: [SecurityDescriptor] = [], desired: AccessMask = []
    ) -> FileDecision {
        guard mayTraverse(path) else { return FileDecision(.accessDenied) }
        let right: AccessMask = isDirectory ? .fileAddSubdirectory : .fileAddFile
        guard check(parent, right).isGranted else { return FileDecision(.accessDenied) }
        let mapped = ObjectType.file.mapping.map(desired).subtracting(.maximumAllowed)
        if mapped.contains(.accessSystemSecurity), !token.holds(.security) { return FileDecision(.privilegeNotHeld) }
        let granted = desired.contains(.maximumAllowed) ? mapped.union(.fileAll) : mapped
        return FileDecision(.success, granted: granted)
    }

    /// Marks an open file or directory for deletion.
    ///
    /// Windows: `FileDispositionInformationEx`, MS-FSA 2.1.5.15.
    ///
    /// - Parameters:
    ///   - file: what is deleted through a handle with `DELETE`.
    ///   - ignoresReadOnly: Windows: `FILE_DISPOSITION_IGNORE_READONLY_ATTRIBUTE`.
    /// - Returns: the status.
    public func markForDeletion(_ file: FileObject, ignoresReadOnly: Bool = false) -> FileDecision {
        if file.isReadOnly, !ignoresReadOnly { return FileDecision(.cannotDelete) }
        if file.isDirectory, !file.isEmpty { return FileDecision(.directoryNotEmpty) }
        return FileDecision(.success)
    }

    /// Deletes a file or directory: opens it for `DELETE` and marks it.
    ///
    /// - Parameters:
    ///   - file: what is deleted.
    ///   - parent: the descriptor of the directory that holds it.
    ///   - path: the descriptors of the directories on the way.
    ///   - desired: the rights to open it with.
    /// - Returns: the status.
    public func delete(
        _ file: FileObject, in parent: SecurityDescriptor?, path: [SecurityDescriptor] = [],
        desired: AccessMask = .delete
    ) -> FileDecision {
        let opened = open(file, in: parent, path: path, desired: desired.union(.delete))
        guard opened.isSuccess else { return opened }
        return markForDeletion(file)
    }

    /// Renames a file or directory, which keeps its descriptor.
    ///
    /// Windows: `FileRenameInformation`, MS-FSA 2.1.5.15.
    ///
    /// - Parameters:
    ///   - file: what is renamed.
    ///   - parent: the descriptor of the directory that holds it.
    ///   - path: the descriptors of the directories on the way.
    ///   - target: the descriptor of the directory that will hold it, maybe the same.
    ///   - replaced: what has the new name already.
    ///   - replaces: whether that is to be replaced; Windows: `ReplaceIfExists`.
    /// - Returns: the status.
    public func rename(
        _ file: FileObject, in parent: SecurityDescriptor?, path: [SecurityDescriptor] = [],
        to target: SecurityDescriptor?, replacing replaced: FileObject? = nil, replaces: Bool = false
    ) -> FileDecision {
        let opened = open(file, in: parent, path: path, desired: .delete)
        guard opened.isSuccess else { return opened }
        let right: AccessMask = file.isDirectory ? .fileAddSubdirectory : .fileAddFile
        if let target, !check(target, right.union(.synchronize)).isGranted { return FileDecision(.accessDenied) }
        guard let replaced else { return FileDecision(.success) }
        guard replaces else { return FileDecision(.objectNameCollision) }
        if replaced.isReadOnly || replaced.isDirectory { return FileDecision(.accessDenied) }
        return open(replaced, in: target, desired: .delete).isSuccess
            ? FileDecision(.success) : FileDecision(.accessDenied)
    }

    /// Gives a file a further name; all names share one descriptor.
    ///
    /// Windows: `FileLinkInformation`, MS-FSA 2.1.5.15, and `CreateHardLinkW`.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - parent: the descriptor of the directory that holds it.
    ///   - path: the descriptors of the directories on the way.
    ///   - target: the descriptor of the directory of the new name.
    /// - Returns: the status.
    public func hardLink(
        _ file: FileObject, in parent: SecurityDescriptor?, path: [SecurityDescriptor] = [],
        to target: SecurityDescriptor?
    ) -> FileDecision {
        guard !file.isDirectory else { return FileDecision(.fileIsADirectory) }
        let opened = open(file, in: parent, path: path, desired: [.fileWriteAttributes, .synchronize])
        guard opened.isSuccess else { return opened }
        if let target, !check(target, .fileAddFile).isGranted { return FileDecision(.accessDenied) }
        return FileDecision(.success)
    }

    /// Changes the owner.
    ///
    /// Windows: `OWNER_SECURITY_INFORMATION` of `NtSetSecurityObject`, MS-FSA 2.1.5.
    ///
    /// - Parameters:
    ///   - file: whose owner changes.
    ///   - parent: the descriptor of the directory that holds it.
    ///   - path: the descriptors of the directories on the way.
    ///   - owner: the new owner.
    /// - Returns: the status.
    public func setOwner(
        of file: FileObject, in parent: SecurityDescriptor?, path: [SecurityDescriptor] = [], to owner: SID
    ) -> FileDecision {
        let opened = open(file, in: parent, path: path, desired: .writeOwner)
        guard opened.isSuccess else { return opened }
        return token.maySetOwner(to: owner) ? FileDecision(.success) : FileDecision(.invalidOwner)
    }
}
