extension PolicyResolver {
    /// Protects the names under a root, existing or missing.
    mutating func protectNames(under root: HostPath) throws(PolicyError) {
        for name in ProtectedName.allCases {
            guard let path = try? root.appending(name.rawValue.utf8) else { continue }
            try protect(path, kind: facts.kind(of: path), reason: .name(name))
            if name == .git { try followRepository(of: path) }
        }
    }

    /// Protects a place the user named.
    mutating func carveOut(_ path: HostPath) throws(PolicyError) {
        let place = try locate(path)
        guard isInsideRoot(place.path) else {
            if roots.contains(place.path) { throw PolicyError(.writableBelowReadOnly, place.path, related: path) }
            notes.append(ResolutionNote(.nothingThere, path))
            return
        }
        try protect(place.path, kind: place.kind, reason: .carveOut)
    }

    /// Protects one object, and what it leads to when it is a link.
    mutating func protect(
        _ path: HostPath, kind: PathKind, reason: ProtectedPath.Reason
    ) throws(PolicyError) {
        if roots.contains(path) {
            notes.append(ResolutionNote(.reopened, path))
            return
        }
        let isInside = isInsideRoot(path)
        if let root = roots.first(where: { $0.isWithin(path) }) {
            guard !isInside else { throw PolicyError(.writableBelowReadOnly, root, related: path) }
            notes.append(ResolutionNote(.surroundsRoot, path))
            return
        }
        switch kind {
        case .missing where !isInside: return
        case .missing, .directory, .file, .symbolicLink: break
        case .other: throw PolicyError(.unprotectable, path)
        case .unreachable(let reason): throw PolicyError(.unreachable, path, hostError: reason)
        }
        if protectedPaths[path] == nil {
            protectedPaths[path] = ProtectedPath(path: path, reason: reason, kind: kind, isInsideRoot: isInside)
        }
        if kind == .symbolicLink {
            let target = try follow(path)
            try protect(target, kind: facts.kind(of: target), reason: .linkTarget)
        }
    }

    /// Where a link leads, when nothing on the way can be replaced by the command.
    func follow(_ link: HostPath) throws(PolicyError) -> HostPath {
        guard let canonical = facts.canonical(link) else { throw PolicyError(.danglingLink, link) }
        guard let text = facts.linkTarget(of: link), let directory = link.parent,
            let lexical = try? directory.joining(text)
        else { throw PolicyError(.unreachable, link) }
        try checkUnreplaceable(lexical, canonical: canonical)
        return canonical
    }

    /// Refuses a way that crosses a link inside a writable root.
    func checkUnreplaceable(_ lexical: HostPath, canonical: HostPath) throws(PolicyError) {
        guard lexical != canonical, isInsideRoot(lexical) || isInsideRoot(canonical) else { return }
        throw PolicyError(.replaceableLink, lexical, related: canonical)
    }
}
