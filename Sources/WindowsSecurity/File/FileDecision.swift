/// What a file operation answers.
///
/// Windows: the status and the `GrantedAccess` of an open, MS-FSA 2.1.1.6.
public struct FileDecision: Hashable, Sendable {
    /// How it ended.
    public let status: FileStatus
    /// What the new handle may do; nothing when the operation fails or makes no handle.
    public let granted: AccessMask

    /// Makes a decision.
    ///
    /// - Parameters:
    ///   - status: how it ended.
    ///   - granted: what the new handle may do.
    public init(_ status: FileStatus, granted: AccessMask = []) {
        self.status = status
        self.granted = granted
    }

    /// Whether the operation is done.
    public var isSuccess: Bool { status == .success }
}
