/// What `CreateRestrictedToken` in securitybaseapi.h is asked to take away; `NtFilterToken`.
public struct TokenFilter: Hashable, Sendable {
    /// Windows: the flags of `CreateRestrictedToken`.
    public struct Flags: OptionSet, Hashable, Sendable {
        /// The 32 bits.
        public let rawValue: UInt32

        /// Makes a set of its bits.
        ///
        /// - Parameter rawValue: the 32 bits.
        public init(rawValue: UInt32) { self.rawValue = rawValue }

        /// Only `SeChangeNotifyPrivilege` stays; Windows: `DISABLE_MAX_PRIVILEGE`.
        public static let disableMaximumPrivilege = Flags(rawValue: 1)
        /// Application control does not check the token; Windows: `SANDBOX_INERT`.
        public static let sandboxInert = Flags(rawValue: 2)
        /// What makes an administrator is taken away; Windows: `LUA_TOKEN`.
        public static let limitedUser = Flags(rawValue: 4)
        /// The restricting SIDs are asked for writes only; Windows: `WRITE_RESTRICTED`.
        public static let writeRestricted = Flags(rawValue: 8)
    }

    /// Why a token cannot be filtered.
    public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// The reason, as a stable word.
        public enum Code: String, Hashable, Sendable {
            /// The handle to the token lacks `TOKEN_DUPLICATE`.
            case accessDenied = "STATUS_ACCESS_DENIED"
            /// A restricting SID came with attributes, or may not restrict.
            case invalidParameter = "STATUS_INVALID_PARAMETER"
        }

        /// The reason.
        public let code: Code
        /// The restricting SID that was refused, if it was one.
        public let sid: SID?

        /// Makes a failure.
        ///
        /// - Parameters:
        ///   - code: the reason.
        ///   - sid: the restricting SID that was refused, if it was one.
        public init(code: Code, sid: SID? = nil) {
            self.code = code
            self.sid = sid
        }

        /// The failure in one line.
        public var description: String {
            switch code {
            case .accessDenied:
                "cannot filter the token: \(code.rawValue): open it with TOKEN_DUPLICATE"
            case .invalidParameter:
                "cannot restrict the token by \(sid?.description ?? "a SID"): \(code.rawValue): "
                    + "pass it without attributes, and no capability of a package"
            }
        }
    }

    /// The flags.
    public var flags: Flags
    /// The groups, or the user, that shall count for denying only; Windows: `SidsToDisable`.
    public var sidsToDisable: [SID]
    /// The privileges to take away; Windows: `PrivilegesToDelete`.
    public var privilegesToDelete: PrivilegeSet
    /// The restricting SIDs, with attributes that must be empty; Windows: `SidsToRestrict`.
    public var sidsToRestrict: [TokenGroup]

    /// Makes a filter.
    ///
    /// - Parameters:
    ///   - flags: the flags.
    ///   - sidsToDisable: the groups, or the user, that shall count for denying only.
    ///   - privilegesToDelete: the privileges to take away.
    ///   - sidsToRestrict: the restricting SIDs; their attributes must be empty.
    public init(
        flags: Flags = [], sidsToDisable: [SID] = [], privilegesToDelete: PrivilegeSet = [],
        sidsToRestrict: [TokenGroup] = []
    ) {
        self.flags = flags
        self.sidsToDisable = sidsToDisable
        self.privilegesToDelete = privilegesToDelete
        self.sidsToRestrict = sidsToRestrict
    }

    /// Makes a filter with restricting SIDs.
    ///
    /// - Parameters:
    ///   - flags: the flags.
    ///   - restrictingSIDs: the restricting SIDs in their order.
    public init(flags: Flags = [], restrictingSIDs: [SID]) {
        self.init(flags: flags, sidsToRestrict: restrictingSIDs.map { TokenGroup($0, []) })
    }
}
