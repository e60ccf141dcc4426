/// Finds what a pattern names on a host now; what appears later is not found.
///
/// The search begins in the directory above the first wildcard, goes only as deep as the pattern does, and enters no directory twice, so that
/// links in a circle end it.
struct PatternExpansion<Facts: HostFacts> {
    let facts: Facts
    /// How deep a pattern with `**` is followed, or nothing.
    let maximumDepth: Int?
    private(set) var found: Set<HostPath> = []
    private var visited: Set<Visit> = []

    private struct Visit: Hashable {
        let directory: HostPath
        let rest: ArraySlice<PathPattern.Component>
    }

    init(facts: Facts, maximumDepth: Int?) {
        self.facts = facts
        self.maximumDepth = maximumDepth
    }

    /// Adds what a pattern names.
    ///
    /// - Parameter pattern: the pattern.
    /// - Throws: `PolicyError` when a pattern of any depth begins at the root of a file system, or a directory cannot be listed.
    mutating func expand(_ pattern: PathPattern) throws(PolicyError) {
        var base = HostPath.root
        for name in pattern.base {
            guard let next = try? base.appending(name) else { return }
            base = next
        }
        if pattern.isRecursive, maximumDepth == nil, facts.isVolume(facts.canonical(base) ?? base) {
            throw PolicyError(.unboundedPattern, base)
        }
        visited = []
        try search(base, pattern.rest, depth: 0)
    }

    private mutating func search(
        _ directory: HostPath, _ rest: ArraySlice<PathPattern.Component>, depth: Int
    ) throws(PolicyError) {
        guard let component = rest.first else {
            if facts.canonical(directory) != nil { found.insert(directory) }
            return
        }
        if case .literal(let name) = component, let path = try? directory.appending(name) {
            return try search(path, rest.dropFirst(), depth: depth + 1)
        }
        guard let canonical = facts.canonical(directory), facts.kind(of: canonical) == .directory,
            visited.insert(Visit(directory: canonical, rest: rest)).inserted
        else { return }
        if component == .anything { try search(directory, rest.dropFirst(), depth: depth) }
        if component == .anything, let maximumDepth, depth >= maximumDepth { return }
        guard let names = facts.names(in: canonical) else { throw PolicyError(.unlistable, canonical) }
        for name in names where component.matches(name, ignoresCase: facts.ignoresCase) {
            guard let path = try? directory.appending(name) else { continue }
            try search(path, component == .anything ? rest : rest.dropFirst(), depth: depth + 1)
        }
    }
}
