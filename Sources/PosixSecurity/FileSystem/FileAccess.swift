/// The decision about an operation: all layers, in the order in which Linux asks them.
///
/// Linux 6.18, fs/namei.c, fs/open.c, fs/attr.c, fs/xattr.c and security/landlock/fs.c. The process has no capabilities; set-id
/// bits, immutable files and `fs.protected_*` settings besides `protected_hardlinks` are not modelled.
public struct FileAccess<Recorder: DerivationRecorder> {
    /// The process.
    public let credentials: Credentials
    /// Its write gate, if it has one.
    public let gate: WriteGate?
    /// Who hears the steps.
    public var recorder: Recorder

    /// Makes a decider.
    ///
    /// - Parameters:
    ///   - credentials: the process.
    ///   - gate: its write gate, if it has one.
    ///   - recorder: who hears the steps.
    public init(credentials: Credentials, gate: WriteGate?, recorder: Recorder) {
        self.credentials = credentials
        self.gate = gate
        self.recorder = recorder
    }

    /// Decides about an operation.
    ///
    /// - Parameter operation: what the process wants to do.
    /// - Throws: `Refusal` with the first layer that says no.
    public mutating func decide(_ operation: FileOperation) throws(Refusal) {
        switch operation {
        case .open(let node, let wanted, let truncating): try open(node, wanted, truncating: truncating)
        case .truncate(let node):
            try discretionary([.write], on: node)
            try writeMount(node)
            try pass([.truncate], at: node.path)
        case .create(let kind, let directory):
            try discretionary([.execute], on: directory)
            try writeMount(directory)
            try pass(kind.makeRight, at: directory.path)
            try discretionary([.write, .execute], on: directory)
        case .remove(let node, let directory):
            try discretionary([.execute], on: directory)
            try writeMount(directory)
            try pass(node.kind.removeRight, at: directory.path)
            try removeName(node, directory)
            try notMounted(node)
        case .rename(let node, let source, let target, let replaced):
            try rename(node, source, target, replaced)
        case .link(let node, let source, let target): try link(node, source, target)
        case .changeMode(let node):
            try writeMount(node)
            try own(node, credentials.user == node.owner)
        case .changeOwner(let node, let user, let group):
            try writeMount(node)
            let isOwner = credentials.user == node.owner
            try own(node, user == nil || (isOwner && user == node.owner))
            let isOwnGroup = group.map { $0 == node.group || credentials.belongs(to: $0) } ?? true
            try own(node, group == nil || (isOwner && isOwnGroup))
        case .setAttribute(let node, let namespace): try setAttribute(node, namespace)
        }
    }

    private mutating func open(_ node: FileNode, _ wanted: Permissions, truncating: Bool) throws(Refusal) {
        let isFile = node.kind == .regularFile
        if truncating, isFile { try writeMount(node) }
        try discretionary(truncating ? wanted.union(.write) : wanted, on: node)
        // Pipes, sockets and devices are written through read-only mounts too.
        if wanted.contains(.write), isFile { try writeMount(node) }
        var rights: WriteGateRights = []
        if wanted.contains(.write) { rights.insert(.writeFile) }
        if wanted.contains(.read) { rights.insert(node.kind == .directory ? .readDirectory : .readFile) }
        if truncating, isFile { rights.insert(.truncate) }
        try pass(rights, at: node.path)
    }

    private mutating func setAttribute(_ node: FileNode, _ namespace: AttributeNamespace) throws(Refusal) {
        try writeMount(node)
        switch namespace {
        case .privileged: try own(node, false)
        case .accessControlList: try own(node, credentials.user == node.owner)
        case .user:
            let isAllowed = node.kind == .regularFile || node.kind == .directory
            let isOthersSticky = node.kind == .directory && node.isSticky && credentials.user != node.owner
            try own(node, isAllowed && !isOthersSticky)
            try discretionary([.write], on: node)
        }
    }
}
