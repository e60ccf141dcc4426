/// What a protected name deeper in a writable root leads to: the target of a link, the repository behind a `.git` file, the one
/// that worktrees share; and the links on the way there, which could be turned elsewhere.
///
/// Directly under a root a way that the command could turn stops the launch. Deeper it must not, because an earlier command can
/// have laid it: what is there is held, and what leads to nothing is left to the look for what a command made.
public struct NestedTrail<Facts: HostFacts> {
    /// What has to stay as it is besides the name itself, in the order in which it was met; all of it inside a root.
    public private(set) var paths: [HostPath] = []

    /// As many links as the kernel follows; path_resolution(7).
    private static var mostLinks: Int { 40 }

    private let roots: [HostPath]
    private let facts: Facts

    /// Follows a name.
    ///
    /// - Parameters:
    ///   - name: the path of a protected name below a root.
    ///   - roots: the writable roots, canonical.
    ///   - facts: the host.
    public init(of name: HostPath, roots: [HostPath], facts: Facts) {
        self.roots = roots
        self.facts = facts
        defer { paths.removeAll { $0 == name } }
        guard let object = walk(to: name) else { return }
        if name.name?.elementsEqual(ProtectedName.git.rawValue.utf8) == true {
            followRepository(object, of: name)
        } else {
            keep(object)
        }
    }

    private mutating func followRepository(_ object: HostPath, of name: HostPath) {
        var repository = object
        if facts.kind(of: object) == .file {
            keep(object)
            guard let contents = facts.contents(of: object, limit: GitPointer.maximumLength),
                let pointer = GitPointer.gitDirectory(in: contents),
                let target = facts.absolutePath(pointer) ?? (try? name.parent?.joining(pointer)),
                let found = walk(to: target)
            else { return }
            repository = found
        }
        guard isRepository(repository) else { return }
        keep(repository)
        guard let file = try? repository.appending("commondir".utf8),
            let contents = facts.contents(of: file, limit: GitPointer.maximumLength),
            let pointer = GitPointer.path(in: contents),
            let target = try? repository.joining(pointer),
            let common = walk(to: target), isRepository(common)
        else { return }
        keep(common)
    }

    /// Whether a directory has what git looks for, so that a pointer to any other directory closes nothing.
    private func isRepository(_ directory: HostPath) -> Bool {
        func has(_ name: String) -> Bool {
            guard let path = try? directory.appending(name.utf8) else { return false }
            return facts.kind(of: path) != .missing
        }
        return has("HEAD") && (has("objects") || has("refs") || has("commondir"))
    }

    /// Resolves a path link by link, and keeps the links; nothing when it leads to nothing.
    private mutating func walk(to start: HostPath) -> HostPath? {
        var path = start
        for _ in 0..<Self.mostLinks {
            let way = path.ancestors.reversed() + [path]
            guard let link = way.first(where: { isInside($0) && facts.kind(of: $0) == .symbolicLink }) else {
                return facts.canonical(path)
            }
            guard let text = facts.linkTarget(of: link), var next = try? link.parent?.joining(text) else { return nil }
            for name in path.components.dropFirst(link.depth) {
                guard let below = try? next.appending(name) else { return nil }
                next = below
            }
            keep(link)
            path = next
        }
        return nil
    }

    private func isInside(_ path: HostPath) -> Bool { roots.contains { path != $0 && path.isWithin($0) } }

    private mutating func keep(_ path: HostPath) {
        guard isInside(path), !paths.contains(path), !roots.contains(where: { $0.isWithin(path) }) else { return }
        paths.append(path)
    }
}
