extension PolicyResolver {
    /// Hides a place the user named, and what a link there leads to.
    mutating func deny(_ path: HostPath, workspace: HostPath) throws(PolicyError) {
        var place = try locate(path)
        if place.kind == .symbolicLink {
            guard let target = facts.canonical(place.path) else {
                throw PolicyError(.danglingLink, place.path)
            }
            if rules.contains(.deniesByName) {
                deniedPaths[place.path] = DeniedPath(path: place.path, kind: .symbolicLink)
            }
            place = (target, facts.kind(of: target))
        }
        if !rules.contains(.deniesAboveRoots) {
            for visible in roots + [workspace] + readableRoots.sorted() where visible.isWithin(place.path) {
                throw PolicyError(.rootBelowDenied, visible, related: place.path)
            }
        }
        switch place.kind {
        case .missing where !isInsideRoot(place.path) && !rules.contains(.deniesByName):
            notes.append(ResolutionNote(.nothingThere, path))
        case .missing, .directory, .file:
            deniedPaths[place.path] = DeniedPath(path: place.path, kind: place.kind)
        case .other, .symbolicLink: throw PolicyError(.unprotectable, place.path)
        case .unreachable(let reason): throw PolicyError(.unreachable, place.path, hostError: reason)
        }
    }

    /// Hides what the patterns of the policy name now.
    mutating func denyPatterns(_ policy: SandboxPolicy, workspace: HostPath) throws(PolicyError) {
        for text in policy.deniedPatterns {
            guard let pattern = PathPattern(text.utf8) else {
                throw PolicyError(.invalidPattern, workspace, pattern: text)
            }
            var expansion = PatternExpansion(facts: facts, maximumDepth: policy.patternDepth)
            try expansion.expand(pattern)
            for path in expansion.found.sorted() { try deny(path, workspace: workspace) }
        }
    }
}
