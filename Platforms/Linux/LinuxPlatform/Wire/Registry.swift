/// The root-owned record of who may launch what: the accounts, and each real user's block of capability group ids.
///
/// Stands for the stored credentials of the Windows design: on Linux no secret trades for another user id, so what
/// remains is an authorization record. The format is `docs/decisions/0001-launch-contract.md`.
public struct Registry: Equatable, Sendable {
    /// A group or user name with its id.
    public struct Account: Equatable, Sendable {
        /// The name in the account database, as bytes.
        public var name: [UInt8]
        /// The user id or group id.
        public var identifier: UInt32

        /// Makes an account.
        ///
        /// - Parameters:
        ///   - name: the name in the account database, 1-32 bytes of letters, digits, `-`, `_` and `.`.
        ///   - identifier: the user id or group id.
        public init(name: [UInt8], identifier: UInt32) {
            self.name = name
            self.identifier = identifier
        }
    }

    /// The capability group ids that belong to one real user.
    public struct Block: Equatable, Sendable {
        /// The real user's id.
        public var user: UInt32
        /// The first group id.
        public var first: UInt32
        /// How many group ids.
        public var count: UInt32

        /// Makes a block.
        ///
        /// - Parameters:
        ///   - user: the real user's id.
        ///   - first: the first group id, 65536 or more.
        ///   - count: how many, two or more; the last one is at most 98303.
        public init(user: UInt32, first: UInt32, count: UInt32) {
            self.user = user
            self.first = first
            self.count = count
        }

        /// Whether a group id lies in the block.
        ///
        /// - Parameter group: a group id.
        /// - Returns: whether it lies in the block.
        public func contains(_ group: UInt32) -> Bool { group >= first && group - first < count }

        /// The last one: the group of all sandboxes of this user.
        ///
        /// To it the user opens directories for passing and reading, not to `CodexSandboxUsers`, which is the group of
        /// everybody else's sandboxes too.
        public var readers: UInt32 { first + count - 1 }

        /// The other ones, which stand for writable roots.
        public var capabilities: Range<UInt32> { first..<readers }
    }

    /// The first group id that may be a capability.
    public static let firstCapability: UInt32 = 65536
    /// One past the last group id that may be a capability.
    public static let endOfCapabilities: UInt32 = 98304
    /// How many group ids setup reserves for one real user.
    public static let blockSize: UInt32 = 512
    /// The longest registry, in bytes.
    public static let longest = 1 << 20

    /// The group of the principals, `CodexSandboxUsers`.
    public var users: Account
    /// The group that may execute the runner, `CodexSandboxLaunch`.
    public var launch: Account
    /// The account that the firewall keeps from every network.
    public var offline: Account
    /// The account without network rules.
    public var online: Account
    /// One block for each enrolled real user, in the order of enrolment.
    public var blocks: [Block]

    /// Makes a registry.
    ///
    /// - Parameters:
    ///   - users: the group of the principals.
    ///   - launch: the group that may execute the runner.
    ///   - offline: the account that the firewall keeps from every network.
    ///   - online: the account without network rules.
    ///   - blocks: one block for each enrolled real user.
    public init(users: Account, launch: Account, offline: Account, online: Account, blocks: [Block] = []) {
        self.users = users
        self.launch = launch
        self.offline = offline
        self.online = online
        self.blocks = blocks
    }

    /// The account of a role.
    ///
    /// - Parameter role: offline or online.
    /// - Returns: the account.
    public func account(_ role: AccountRole) -> Account {
        switch role {
        case .offline: offline
        case .online: online
        }
    }

    /// The block of a real user, or nothing when the user is not enrolled.
    ///
    /// - Parameter user: the real user's id.
    /// - Returns: the block.
    public func block(of user: UInt32) -> Block? {
        for block in blocks where block.user == user { return block }
        return nil
    }
}
