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

    func grants(_ descriptor: SecurityDescriptor?, _ desired: AccessMask) -> Bool {
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
}
