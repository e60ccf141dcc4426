/// What an access check answers.
///
/// Windows: the parameters `GrantedAccess` and `AccessStatus` of `SeAccessCheck` in wdm.h.
public struct AccessDecision: Hashable, Sendable {
    /// How the check ended.
    public let status: AccessStatus
    /// What is granted: all that was asked for, or nothing.
    public let granted: AccessMask

    /// Makes a decision.
    ///
    /// - Parameters:
    ///   - status: how the check ended.
    ///   - granted: what is granted.
    @inlinable
    public init(status: AccessStatus, granted: AccessMask) {
        self.status = status
        self.granted = granted
    }

    /// Whether access is granted.
    @inlinable public var isGranted: Bool { status == .success }
}
