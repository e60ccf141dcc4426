extension PolicyResolver {
    /// Protects the repository that the `.git` of a root leads to.
    mutating func followRepository(of git: HostPath) throws(PolicyError) {
        guard !roots.contains(git), let object = facts.canonical(git) else { return }
        switch facts.kind(of: object) {
        case .directory: try protectCommonDirectory(of: object)
        case .file: try followPointer(in: object, of: git)
        case .missing, .symbolicLink, .other, .unreachable: return
        }
    }

    /// Protects what a `.git` file points to.
    ///
    /// A relative path counts from the working tree, also when `.git` is a link.
    private mutating func followPointer(in file: HostPath, of git: HostPath) throws(PolicyError) {
        guard let contents = facts.contents(of: file, limit: GitPointer.maximumLength),
            let pointer = GitPointer.gitDirectory(in: contents),
            let target = facts.absolutePath(pointer) ?? (try? git.parent?.joining(pointer))
        else {
            notes.append(ResolutionNote(.malformedPointer, file))
            return
        }
        guard let repository = try protectTarget(target, reason: .gitDirectory) else { return }
        let common = try protectCommonDirectory(of: repository)
        if !isInsideRoot(repository), pointsBack(repository, to: git), common.map({ holds($0, repository) }) ?? true {
            readableRoots.formUnion([repository, common ?? repository])
            notes.append(ResolutionNote(.linkedRepository, common ?? repository))
        }
    }

    /// Protects the repository that worktrees share.
    @discardableResult
    private mutating func protectCommonDirectory(of repository: HostPath) throws(PolicyError) -> HostPath? {
        guard let file = try? repository.appending("commondir".utf8),
            let contents = facts.contents(of: file, limit: GitPointer.maximumLength),
            let pointer = GitPointer.path(in: contents),
            let target = try? repository.joining(pointer)
        else { return nil }
        return try protectTarget(target, reason: .commonDirectory)
    }

    /// Protects what a pointer names, or the place where the command could make it.
    ///
    /// - Returns: the canonical path when there is such an object.
    private mutating func protectTarget(
        _ target: HostPath, reason: ProtectedPath.Reason
    ) throws(PolicyError) -> HostPath? {
        guard let canonical = facts.canonical(target) else {
            let place = try locate(target)
            guard place.kind == .missing else { throw PolicyError(.danglingLink, place.path) }
            try protect(place.path, kind: .missing, reason: reason)
            return nil
        }
        try checkUnreplaceable(target, canonical: canonical)
        try protect(canonical, kind: facts.kind(of: canonical), reason: reason)
        return canonical
    }

    /// Whether what a `commondir` names is the repository that the worktree's own lies in.
    ///
    /// The pointer may be the work of an earlier command, in a root that encloses this one, and name any directory.
    private func holds(_ common: HostPath, _ repository: HostPath) -> Bool {
        guard let place = repository.parent, place.name?.elementsEqual("worktrees".utf8) == true,
            place.parent == common,
            let head = try? common.appending("HEAD".utf8), let objects = try? common.appending("objects".utf8)
        else { return false }
        return facts.kind(of: head) == .file && facts.kind(of: objects) == .directory
    }

    /// Whether a repository names the working tree itself, as `git worktree add` leaves it.
    ///
    /// A pointer alone proves nothing: an unpacked archive may hold one to somebody's private repository.
    private func pointsBack(_ repository: HostPath, to git: HostPath) -> Bool {
        guard let file = try? repository.appending("gitdir".utf8),
            let contents = facts.contents(of: file, limit: GitPointer.maximumLength),
            let pointer = GitPointer.path(in: contents),
            let target = try? repository.joining(pointer)
        else { return false }
        return facts.canonical(target) == git
    }
}
