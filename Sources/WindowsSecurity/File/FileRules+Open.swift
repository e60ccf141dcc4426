extension FileRules {
    /// What overwriting a file needs besides the rights that are asked for; MS-FSA 2.1.5.1.2.
    static let overwritingRights: AccessMask = [.fileWriteData, .fileWriteExtendedAttributes, .fileWriteAttributes]

    /// Opens a file or directory.
    ///
    /// - Parameters:
    ///   - file: what is opened.
    ///   - parent: the descriptor of the directory that holds it.
    ///   - path: the descriptors of the directories on the way.
    ///   - desired: the rights asked for.
    ///   - hasBackupIntent: whether the backup privileges count; Windows: `FILE_OPEN_FOR_BACKUP_INTENT`.
    ///   - deletesOnClose: whether the file is gone with the handle; Windows: `FILE_DELETE_ON_CLOSE`.
    ///   - overwrites: whether the contents are thrown away; Windows: `FILE_OVERWRITE`, `CREATE_ALWAYS`.
    /// - Returns: the status and what the handle may do.
    public func open(
        _ file: FileObject, in parent: SecurityDescriptor?, path: [SecurityDescriptor] = [], desired: AccessMask,
        hasBackupIntent: Bool = false, deletesOnClose: Bool = false, overwrites: Bool = false
    ) -> FileDecision {
        guard mayTraverse(path) else { return FileDecision(.accessDenied) }
        guard !file.isDeletePending else { return FileDecision(.deletePending) }
        let mapped = ObjectType.file.mapping.map(desired)
        let needed = overwrites ? mapped.union(Self.overwritingRights) : mapped
        let decision = check(
            file.descriptor, needed, parent: parent, privileged: hasBackupIntent ? privilegedRights : [])
        guard decision.isGranted else {
            return FileDecision(decision.status == .privilegeNotHeld ? .privilegeNotHeld : .accessDenied)
        }
        var granted = decision.granted.subtracting(needed.subtracting(mapped))
        if file.isReadOnly, !file.isDirectory {
            let writes: AccessMask = [.fileWriteData, .fileAppendData]
            guard needed.isDisjoint(with: writes) else { return FileDecision(.accessDenied) }
            granted.subtract(writes)
        }
        if file.isReadOnly, deletesOnClose { return FileDecision(.cannotDelete) }
        return FileDecision(.success, granted: granted)
    }

    /// What the enabled backup privileges give an open with backup intent.
    private var privilegedRights: AccessMask {
        var rights: AccessMask = []
        if token.holds(.backup) { rights.formUnion(Self.backupRights) }
        if token.holds(.restore) { rights.formUnion(Self.restoreRights) }
        return rights
    }

    /// The check of a file, with the two rights that its directory can supply, bit by bit.
    private func check(
        _ file: SecurityDescriptor, _ needed: AccessMask, parent: SecurityDescriptor?, privileged: AccessMask
    ) -> AccessDecision {
        let named = needed.subtracting(.maximumAllowed)
        if needed.contains(.maximumAllowed) {
            let gained = privileged.union(rights(suppliedBy: parent, of: [.delete, .fileReadAttributes]))
            return maximum(file, named: named, gained: gained)
        }
        let left = named.subtracting(privileged)
        if left.isEmpty, left != named { return AccessDecision(status: .success, granted: named) }
        let own = check(file, left)
        if own.isGranted { return AccessDecision(status: .success, granted: named) }
        let rest = left.subtracting(rights(suppliedBy: parent, of: left))
        guard rest != left else { return own }
        let remaining = rest.isEmpty ? AccessDecision(status: .success, granted: []) : check(file, rest)
        return remaining.isGranted ? AccessDecision(status: .success, granted: named) : remaining
    }

    /// Everything that can be had, with what is had without a look at the file.
    private func maximum(_ file: SecurityDescriptor, named: AccessMask, gained: AccessMask) -> AccessDecision {
        let left = named.subtracting(gained)
        let own = check(file, left.union(.maximumAllowed))
        guard own.isGranted || (left.isEmpty && !gained.isEmpty) else { return own }
        return AccessDecision(status: .success, granted: own.granted.union(gained).union(named))
    }

    /// The rights to a file that its directory supplies, even against a deny on the file.
    private func rights(suppliedBy parent: SecurityDescriptor?, of wanted: AccessMask) -> AccessMask {
        var supplied: AccessMask = []
        if wanted.contains(.delete), grants(parent, .fileDeleteChild) { supplied.insert(.delete) }
        if wanted.contains(.fileReadAttributes), grants(parent, .fileListDirectory) {
            supplied.insert(.fileReadAttributes)
        }
        return supplied
    }
}
