/// Why a token cannot be adjusted or duplicated.
///
/// Windows: what `AdjustTokenGroups` and `DuplicateTokenEx` in securitybaseapi.h return.
public struct TokenAdjustmentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The reason, as a stable word.
    public enum Code: String, Hashable, Sendable {
        /// A mandatory group was to be switched off.
        case cantDisableMandatory = "STATUS_CANT_DISABLE_MANDATORY"
        /// A group that counts for denying only was to be switched on.
        case cantEnableDenyOnly = "STATUS_CANT_ENABLE_DENY_ONLY"
        /// The level of a client's token was to be raised.
        case badImpersonationLevel = "STATUS_BAD_IMPERSONATION_LEVEL"
    }

    /// The reason.
    public let code: Code
    /// The group, when there was one.
    public let sid: SID?

    /// Makes an error.
    ///
    /// - Parameters:
    ///   - code: the reason.
    ///   - sid: the group, when there was one.
    public init(code: Code, sid: SID? = nil) {
        self.code = code
        self.sid = sid
    }

    /// The error in one line.
    public var description: String {
        "cannot change the token\(sid.map { " for \($0)" } ?? ""): \(code.rawValue): leave that part as it is"
    }
}
