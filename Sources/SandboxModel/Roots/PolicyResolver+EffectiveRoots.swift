extension PolicyResolver {
    /// The writable roots that count, in path order, and which of them are there for temporary files only.
    ///
    /// The documented order on Windows: what does not exist is dropped, the profile is replaced by what it holds, and what is private or
    /// the sandbox's own is dropped. When the policy wants roots and none is left, that is an error, never a read-only run.
    mutating func findRoots(_ policy: SandboxPolicy) throws(PolicyError) {
        if rules.contains(.dropsKeyDirectories) { findKeyDirectories() }
        var effective: Set<HostPath> = []
        for wanted in [policy.workspace] + policy.writableRoots {
            for root in try candidates(wanted) {
                if let kept = try writableRoot(root) { effective.insert(kept) }
            }
        }
        let named = effective
        if policy.temporary == .writable, rules.contains(.followsEnvironment) {
            for text in environmentTemporaries {
                guard let path = facts.absolutePath(text), let root = facts.canonical(path),
                    let kept = try writableRoot(root)
                else { continue }
                effective.insert(kept)
            }
        }
        guard !effective.isEmpty else { throw PolicyError(.noRoot, policy.workspace) }
        roots = effective.sorted()
        temporaryRoots = effective.subtracting(named)
    }

    /// What the ssh configuration of each home directory refers to.
    mutating func findKeyDirectories() {
        for home in facts.homeDirectories {
            keyDirectories.formUnion(KeyDirectories(facts: facts, home: home).entries)
        }
    }

    /// The values of `TEMP` and `TMP` in the command's environment; names are compared without regard to case.
    private var environmentTemporaries: [[UInt8]] {
        ["temp", "tmp"].compactMap { name in
            environment.first { String(decoding: $0.name, as: UTF8.self).lowercased() == name }?.value
        }
    }

    /// A root as the policy names it, or what stands for it.
    private mutating func candidates(_ wanted: HostPath) throws(PolicyError) -> [HostPath] {
        if rules.contains(.dropsMissing), facts.canonical(wanted) == nil, facts.kind(of: wanted) == .missing {
            notes.append(ResolutionNote(.nothingThere, wanted))
            return []
        }
        let canonical = rules.contains(.expandsHome) ? try existing(wanted) : try directory(wanted)
        guard rules.contains(.expandsHome), facts.homeDirectories.contains(canonical) else { return [canonical] }
        notes.append(ResolutionNote(.expanded, canonical))
        return (facts.names(in: canonical) ?? []).compactMap { name in
            guard let path = try? canonical.appending(name), let child = facts.canonical(path) else { return nil }
            return rules.contains(.expandsToSystemFiles) || !facts.isSystemFile(child) ? child : nil
        }
    }

    /// A canonical root when it may become writable; nothing when it is dropped.
    private func writableRoot(_ root: HostPath) throws(PolicyError) -> HostPath? {
        if !rules.contains(.allowsWholeFileSystems) {
            if root == .root || facts.isVolume(root) { throw PolicyError(.fileSystemRoot, root) }
            for home in facts.homeDirectories where home.isWithin(root) { throw PolicyError(.homeDirectory, root) }
        }
        if !rules.contains(.allowsUnlistedVolumes), !facts.hasAccessLists(root) {
            throw PolicyError(.noAccessLists, root)
        }
        if rules.contains(.dropsKeyDirectories), keyDirectories.contains(where: root.isWithin) { return nil }
        for home in facts.homeDirectories {
            guard !rules.contains(.grantsPrivate), let place = privatePlace(of: root, home: home) else { continue }
            if rules.contains(.dropsPrivate) { return nil }
            throw PolicyError(.privateDirectory, root, related: place)
        }
        for reserved in facts.reservedDirectories where !rules.contains(.allowsReserved) {
            if rules.contains(.dropsReserved) {
                if root.isWithin(reserved) { return nil }
            } else if reserved.overlaps(root) {
                throw PolicyError(.reservedDirectory, root, related: reserved)
            }
        }
        if rules.contains(.dropsReserved), root == facts.installationDirectory { return nil }
        for temporary in facts.temporaryDirectories where temporary.isWithin(root) {
            throw PolicyError(.temporaryDirectory, root, related: temporary)
        }
        return root
    }

    /// The private place in a home directory that a path lies in, if it lies in one.
    func privatePlace(of root: HostPath, home: HostPath) -> HostPath? {
        guard root != home, root.isWithin(home) else { return nil }
        let name = String(decoding: root.components[home.depth], as: UTF8.self)
        guard Self.privateNames.contains(name.lowercased()) else { return nil }
        return try? home.appending(name.utf8)
    }
}
