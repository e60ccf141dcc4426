/// Turns a policy into canonical roots and protected paths by looking at a host.
public struct PolicyResolver<Facts: HostFacts> {
    let facts: Facts
    let rules: RootRules
    let environment: [EnvironmentVariable]
    var roots: [HostPath] = []
    var temporaryRoots: Set<HostPath> = []
    var keyDirectories: Set<HostPath> = []
    var protectedPaths: [HostPath: ProtectedPath] = [:]
    var deniedPaths: [HostPath: DeniedPath] = [:]
    var readableRoots: Set<HostPath> = []
    var notes: [ResolutionNote] = []

    private init(facts: Facts, rules: RootRules, environment: [EnvironmentVariable]) {
        self.facts = facts
        self.rules = rules
        self.environment = environment
    }

    /// Looks a policy up.
    ///
    /// - Parameters:
    ///   - policy: what the user wants.
    ///   - facts: the host.
    ///   - rules: how far the rules about writable roots are laxer than usual.
    ///   - environment: the command's variables, of which some rules take the temporary directories.
    /// - Returns: the effective roots and everything protected in them.
    /// - Throws: `PolicyError` when a root is refused, or something cannot be protected as the policy asks.
    public static func resolve(
        _ policy: SandboxPolicy, facts: Facts, rules: RootRules = .strict, environment: [EnvironmentVariable] = []
    ) throws(PolicyError) -> ResolvedPolicy {
        var resolver = PolicyResolver(facts: facts, rules: rules, environment: environment)
        return try resolver.run(policy)
    }

    private mutating func run(_ policy: SandboxPolicy) throws(PolicyError) -> ResolvedPolicy {
        let workspace = try directory(policy.workspace)
        switch policy.mode {
        case .readOnly:
            if let root = policy.writableRoots.first { throw PolicyError(.writableRootInReadOnly, root) }
        case .workspaceWrite:
            try findRoots(policy)
        case .dangerFullAccess:
            let restricted = policy.writableRoots + policy.readOnlyPaths + policy.deniedPaths + policy.readableRoots
            if let pattern = policy.deniedPatterns.first {
                throw PolicyError(.restrictionWithoutSandbox, workspace, pattern: pattern)
            }
            if let path = restricted.first { throw PolicyError(.restrictionWithoutSandbox, path) }
        }
        for path in policy.readableRoots { readableRoots.insert(try existing(path)) }
        for root in roots where !temporaryRoots.contains(root) { try protectNames(under: root) }
        for path in policy.readOnlyPaths { try carveOut(path) }
        for path in policy.deniedPaths { try deny(path, workspace: workspace) }
        try denyPatterns(policy, workspace: workspace)
        findReadableRoots(policy)
        if policy.mode == .readOnly || rules.contains(.grantsReading) { readableRoots.insert(workspace) }
        let resolved = ResolvedPolicy(
            mode: policy.mode, workspace: workspace, writableRoots: roots, anchors: anchors(),
            protectedPaths: protectedPaths.values.sorted { $0.path < $1.path },
            deniedPaths: deniedPaths.values.sorted { $0.path < $1.path },
            readableRoots: readableRoots.filter { path in !roots.contains { path.isWithin($0) } }.sorted(),
            reads: policy.reads, network: policy.network, temporary: policy.temporary,
            repositoryRoot: repositoryRoot(of: workspace), notes: notes)
        try checkLimits(resolved)
        return resolved
    }

    /// Whether a command could create, change or replace the object at a path.
    func isInsideRoot(_ path: HostPath) -> Bool {
        roots.contains { path != $0 && path.isWithin($0) }
    }

    private func repositoryRoot(of workspace: HostPath) -> HostPath? {
        ([workspace] + workspace.ancestors).first { directory in
            guard let git = try? directory.appending(ProtectedName.git.rawValue.utf8) else { return false }
            return switch facts.kind(of: git) {
            case .directory, .file, .symbolicLink: true
            case .missing, .other, .unreachable: false
            }
        }
    }

    /// The directories on the way from a root to something protected or denied, or to another root, inside it.
    private func anchors() -> [HostPath] {
        var anchors: Set<HostPath> = []
        for path in Array(protectedPaths.keys) + Array(deniedPaths.keys) + roots {
            for directory in path.ancestors where isInsideRoot(directory) { anchors.insert(directory) }
        }
        return anchors.subtracting(roots).filter { anchor in
            !protectedPaths.keys.contains { anchor.isWithin($0) }
        }.sorted()
    }

    private func checkLimits(_ resolved: ResolvedPolicy) throws(PolicyError) {
        let limits: [([HostPath], Int)] = [
            (resolved.writableRoots + resolved.anchors, LaunchLimits.writableRoots),
            (resolved.protectedPaths.map(\.path), LaunchLimits.protectedPaths),
            (resolved.deniedPaths.map(\.path), LaunchLimits.deniedPaths),
            (rules.contains(.grantsReading) ? [] : resolved.readableRoots, LaunchLimits.readableRoots),
        ]
        for (paths, limit) in limits where paths.count > limit { throw PolicyError(.tooMany, paths[limit]) }
    }
}
