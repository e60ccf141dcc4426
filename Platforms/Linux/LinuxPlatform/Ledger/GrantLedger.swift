public import SandboxModel
public import WindowsSecurity

/// What the user's own grants are: which capability stands for which root, and what an undo needs to know.
///
/// Stands for the documented `cap_sid` file, with the group id that each capability has on Linux.
public struct GrantLedger: Hashable, Sendable {
    /// A capability and the group id that is it on Linux.
    public struct Assignment: Hashable, Sendable {
        /// The identifier.
        public let sid: SID
        /// The group id, inside the user's block.
        public let group: UInt32

        /// Makes an assignment.
        ///
        /// - Parameters:
        ///   - sid: the identifier.
        ///   - group: the group id.
        public init(sid: SID, group: UInt32) {
            self.sid = sid
            self.group = group
        }
    }

    /// A grant whose group id is no longer the user's; it must be revoked before its owner uses the id.
    public struct FormerGrant: Hashable, Sendable {
        /// The root.
        public let root: HostPath
        /// The group id it was granted to.
        public let group: UInt32

        /// Makes one.
        ///
        /// - Parameters:
        ///   - root: the root.
        ///   - group: the group id it was granted to.
        public init(root: HostPath, group: UInt32) {
            self.root = root
            self.group = group
        }
    }

    /// The capability of commands without any writable root; nothing is ever granted to it.
    public internal(set) var readOnly: Assignment?
    /// The capability of each writable root.
    public internal(set) var roots: [HostPath: Assignment] = [:]
    /// Grants from an earlier installation, which gave the user another block.
    public var former: Set<FormerGrant> = []
    /// The ids of every installation that entries may name.
    public var identities: Set<Identities> = []
    /// The roots that the sandbox users may read.
    public var readable: Set<HostPath> = []
    /// The directories above roots that the sandbox users may pass.
    public var traversed: Set<HostPath> = []
    /// The lists that recomputing would not restore.
    public var images: Set<AccessListsImage> = []

    /// Makes an empty ledger.
    public init() {}

    /// The capabilities as the model knows them.
    public var capabilities: CapabilityLedger {
        CapabilityLedger(readOnly: readOnly?.sid, roots: roots.mapValues(\.sid))
    }

    /// The group id of each capability.
    public var groups: [SID: UInt32] {
        var groups = [SID: UInt32]()
        for assignment in assignments { groups[assignment.sid] = assignment.group }
        return groups
    }

    /// Every capability with its group id.
    var assignments: [Assignment] { roots.values + (readOnly.map { [$0] } ?? []) }

    /// How many bytes of before-images it can take besides those it has.
    public var imageRoom: Int { max(0, LedgerStore.mostImages - images.reduce(0) { $0 + $1.length }) }

    /// The passed directories below which no root is left.
    public var unneededTraversals: [HostPath] {
        traversed.filter { directory in
            !(Array(roots.keys) + readable).contains { $0 != directory && $0.isWithin(directory) }
        }.sorted()
    }
}
