/// What NTFS permits, as functions over descriptors.
///
/// Every question about rights goes through ``AccessCheck``, with the whole token and so with both passes. Windows:
/// MS-FSA 2.1.5, `CreateFile`, `FILE_DISPOSITION_INFORMATION`, `FILE_RENAME_INFORMATION`, `FILE_LINK_INFORMATION`.
public struct FileRules: Hashable, Sendable {
    /// Who acts.
    public var token: AccessToken
    /// The readings of what nobody has settled.
    public var questions: OpenQuestions

    /// Makes the rules for a token.
    ///
    /// - Parameters:
    ///   - token: who acts.
    ///   - questions: the readings of what nobody has settled.
    public init(token: AccessToken, questions: OpenQuestions = OpenQuestions()) {
        self.token = token
        self.questions = questions
    }

    /// The rights that `SeBackupPrivilege` gives an open with backup intent.
    public static let backupRights: AccessMask = [
        .readControl, .accessSystemSecurity, .fileGenericRead, .fileTraverse,
    ]

    /// The rights that `SeRestorePrivilege` gives an open with backup intent.
    public static let restoreRights: AccessMask = [
        .writeDACL, .writeOwner, .accessSystemSecurity, .fileGenericWrite, .fileAddFile, .fileAddSubdirectory, .delete,
    ]

    /// Asks the access check of a file or directory.
    ///
    /// - Parameters:
    ///   - descriptor: the descriptor.
    ///   - desired: the rights.
    /// - Returns: the decision.
    public func check(_ descriptor: SecurityDescriptor, _ desired: AccessMask) -> AccessDecision {
        let request = AccessRequest(desired, mapping: ObjectType.file.mapping, questions: questions)
        return AccessCheck.decide(descriptor, token: token, request: request)
    }

    private func grants(_ descriptor: SecurityDescriptor?, _ desired: AccessMask) -> Bool {
        guard let descriptor else { return false }
        return check(descriptor, desired).isGranted
    }

    /// Whether the directories on the way may be passed.
    ///
    /// - Parameter directories: the descriptors of the directories, in any order.
    /// - Returns: true with an enabled `SeChangeNotifyPrivilege`, else when each grants `FILE_TRAVERSE`.
    public func mayTraverse(_ directories: [SecurityDescriptor]) -> Bool {
        token.holds(.changeNotify) || directories.allSatisfy { grants($0, .fileTraverse) }
    }

    /// Opens a file or directory; rule 59.
    ///
    /// - Parameters:
    ///   - file: what is opened.
    ///   - parent: the descriptor of the directory that holds it.
    ///   - path: the descriptors of the directories on the way.
    ///   - desired: the rights asked for.
    ///   - hasBackupIntent: whether the backup privileges count; Windows: `FILE_OPEN_FOR_BACKUP_INTENT`.
    ///   - deletesOnClose: whether the file is gone with the handle; Windows: `FILE_DELETE_ON_CLOSE`.
    /// - Returns: the status and what the handle may do.
    public func open(
        _ file: FileObject, in parent: SecurityDescriptor?, path: [SecurityDescriptor] = [], desired: AccessMask,
        hasBackupIntent: Bool = false, deletesOnClose: Bool = false
    ) -> FileDecision {
        guard mayTraverse(path) else { return FileDecision(.accessDenied) }
        guard !file.isDeletePending else { return FileDecision(.deletePending) }
        let mapped = ObjectType.file.mapping.map(desired)
        var left = mapped
        if hasBackupIntent {
            if token.holds(.backup) { left.subtract(Self.backupRights) }
            if token.holds(.restore) { left.subtract(Self.restoreRights) }
        }
        let decision = check(file.descriptor, left, parent: parent, isPrivileged: left != mapped)
        guard decision.isGranted else {
            return FileDecision(decision.status == .privilegeNotHeld ? .privilegeNotHeld : .accessDenied)
        }
        let granted = decision.granted.union(mapped.subtracting(.maximumAllowed))
        let writes: AccessMask = [.fileWriteData, .fileAppendData]
        if file.isReadOnly, !file.isDirectory, !mapped.isDisjoint(with: writes) { return FileDecision(.accessDenied) }
        if file.isReadOnly, deletesOnClose { return FileDecision(.cannotDelete) }
        return FileDecision(.success, granted: granted)
    }

    /// The check of a file, with the two rights that its directory can supply, bit by bit.
    private func check(
        _ file: SecurityDescriptor, _ left: AccessMask, parent: SecurityDescriptor?, isPrivileged: Bool
    ) -> AccessDecision {
        if left.isEmpty, isPrivileged { return AccessDecision(status: .success, granted: []) }
        let own = check(file, left)
        if own.isGranted { return own }
        var rest = left
        if left.contains(.delete), grants(parent, .fileDeleteChild) { rest.remove(.delete) }
        if left.contains(.fileReadAttributes), grants(parent, .fileListDirectory) { rest.remove(.fileReadAttributes) }
        guard rest != left else { return own }
        if rest.isEmpty { return AccessDecision(status: .success, granted: left) }
        let remaining = check(file, rest)
        guard remaining.isGranted else { return remaining }
        return AccessDecision(status: .success, granted: remaining.granted.union(left))
    }
}
