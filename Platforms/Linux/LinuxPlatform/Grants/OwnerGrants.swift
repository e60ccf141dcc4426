internal import CLinux
internal import Glibc
internal import SandboxModel

/// Grants on a user's files, made by the user: named entries in POSIX access control lists.
///
/// Stands for the ACL writes of the Windows design's setup helper; here no privileged program ever touches a user's
/// files. Linux: acl(5), `system.posix_acl_access` and `system.posix_acl_default`.
public struct OwnerGrants: Sendable {
    /// The most named entries a list may get.
    public static let namedEntryBudget = 200
    /// The names that are protected at any depth of a writable root.
    public static let protectedNames = [".git", ".codex", ".agents"]

    /// The most threads a pass uses.
    public let threads: Int
    /// How long a pass runs before it tells how far it is, and between one time and the next.
    public let progressInterval: Duration
    /// Called by passes that take longer than the interval.
    public let progress: (@Sendable (GrantProgress) -> Void)?

    /// Makes grants.
    ///
    /// - Parameters:
    ///   - threads: the most threads a pass uses; `nil` for one a processor, at most four.
    ///   - progressInterval: how long a pass runs before it tells how far it is.
    ///   - progress: called by passes that take longer than the interval, in the thread that started them.
    public init(
        threads: Int? = nil, progressInterval: Duration = .seconds(1),
        progress: (@Sendable (GrantProgress) -> Void)? = nil
    ) {
        self.progressInterval = progressInterval
        self.threads = max(1, threads ?? min(4, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        self.progress = progress
    }

    /// Takes before-images and stores them durably; nothing that needs them is changed before it returns.
    public typealias ImageStore = ([AccessListsImage]) throws -> Void

    /// Gives a capability reading and writing in a root, and protects the protected names in it.
    ///
    /// A pass over a root that is already granted only looks; it repairs entries whose mask was cut by a program that
    /// created them with an explicit mode.
    ///
    /// - Parameters:
    ///   - request: what is to be in force.
    ///   - store: called at most once, with what must be remembered for an exact undo.
    /// - Returns: what was done and which protected names exist.
    /// - Throws: `GrantError`; what was changed until then stays.
    public func grant(
        _ request: GrantRequest, storing store: ImageStore = { _ in }
    ) throws(GrantError) -> GrantReport {
        let pass = OwnerPass(
            root: request.root, rules: try rules(request), purpose: .writable, protectedNames: Self.protectedNames,
            extraProtected: request.extraProtected, imageRoom: request.imageRoom, grants: self)
        return try pass.run(storing: store)
    }

    /// Gives the sandbox users reading in a root, now and in what is created there.
    ///
    /// - Parameters:
    ///   - request: what is to be in force; capability, principals and extra protected paths do not matter.
    ///   - store: called at most once, with what must be remembered for an exact undo.
    /// - Returns: what was done.
    /// - Throws: `GrantError`; what was changed until then stays.
    public func grantRead(
        _ request: GrantRequest, storing store: ImageStore = { _ in }
    ) throws(GrantError) -> GrantReport {
        let pass = OwnerPass(
            root: request.root, rules: try rules(request), purpose: .readable, protectedNames: [],
            extraProtected: [], imageRoom: request.imageRoom, grants: self)
        return try pass.run(storing: store)
    }

    /// The user whose files may be changed.
    func owner(_ path: HostPath) throws(GrantError) -> UInt32 {
        let user = geteuid()
        guard user != 0, user == getuid() else { throw GrantError(.runningAsRoot, "change entries", path.text) }
        return user
    }

    func rules(_ request: GrantRequest) throws(GrantError) -> GrantRules {
        GrantRules(
            owner: try owner(request.root), capability: request.capability, users: request.users,
            principals: [request.offline, request.online], includePrivate: request.includePrivate)
    }
}
