extension PolicyResolver {
    /// Directories directly under a home directory that hold keys and settings; compared without regard to case.
    static var privateNames: [String] {
        [
            ".ssh", ".tsh", ".brev", ".gnupg", ".aws", ".azure", ".kube", ".docker", ".config", ".npm", ".pki",
            ".terraform.d",
        ]
    }

    /// The canonical path of something that exists.
    func existing(_ path: HostPath) throws(PolicyError) -> HostPath {
        if let canonical = facts.canonical(path) { return canonical }
        if case .unreachable(let reason) = facts.kind(of: path) {
            throw PolicyError(.unreachable, path, hostError: reason)
        }
        throw PolicyError(.missing, path)
    }

    /// The canonical path of a directory.
    func directory(_ path: HostPath) throws(PolicyError) -> HostPath {
        let canonical = try existing(path)
        switch facts.kind(of: canonical) {
        case .directory: return canonical
        case .missing: throw PolicyError(.missing, path)
        case .unreachable(let reason): throw PolicyError(.unreachable, path, hostError: reason)
        case .file, .symbolicLink, .other: throw PolicyError(.notADirectory, path)
        }
    }

    /// Where a path leads, its last component not followed; for a path whose parents are missing too, the first missing
    /// component, because whatever is made there decides about the rest.
    func locate(_ path: HostPath) throws(PolicyError) -> (path: HostPath, kind: PathKind) {
        guard let parent = path.parent, let name = path.name else { return (.root, .directory) }
        if let canonicalParent = facts.canonical(parent), let place = try? canonicalParent.appending(name) {
            let kind = facts.kind(of: place)
            if case .unreachable(let reason) = kind { throw PolicyError(.unreachable, place, hostError: reason) }
            return (place, kind)
        }
        let above = try locate(parent)
        switch above.kind {
        case .missing: return above
        case .symbolicLink: throw PolicyError(.danglingLink, above.path)
        case .directory: throw PolicyError(.unreachable, path)
        case .file, .other, .unreachable: throw PolicyError(.notADirectory, above.path)
        }
    }
}
