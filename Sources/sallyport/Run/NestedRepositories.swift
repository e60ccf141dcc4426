import LinuxPlatform
import SandboxModel

/// The repositories and agents' settings deeper in the writable roots: those that are there are protected as far as they are
/// known, those that the command makes are pointed out.
struct NestedRepositories {
    private let roots: [HostPath]
    private let named: Set<HostPath>
    private let before: ProtectedNameScan

    /// Looks at the roots of a policy.
    init(_ policy: ResolvedPolicy) {
        roots = policy.writableRoots
        named = Set(policy.protectedPaths.map(\.path))
        before = ProtectedNameScan(below: roots)
    }

    /// Adds what is there to a request; says so when it is more than a request can hold.
    ///
    /// A name comes with everything that it leads to, or not at all.
    ///
    /// - Parameters:
    ///   - request: the request of a launch.
    ///   - facts: the machine.
    /// - Returns: what was added.
    @discardableResult
    func protect(in request: inout LaunchRequest, facts: LinuxHostFacts) -> NestedProtection {
        // What the policy names as a root is open on purpose.
        let nested = before.paths.subtracting(named).subtracting(roots).sorted()
        let room = max(0, LaunchLimits.protectedPaths - request.protectedPaths.count)
        var kept: [HostPath] = []
        var known = named.union(before.paths)
        var covered = 0
        while covered < nested.count {
            let name = nested[covered]
            // Git obeys none that is an account's; and an earlier command could close the user's directories with it.
            let ends = facts.belongsToCaller(name) ? NestedTrail(of: name, roots: roots, facts: facts).paths : []
            let trail = ends.filter { path in
                !([path] + path.ancestors).contains(where: known.contains)
            }
            guard kept.count + 1 + trail.count <= room else { break }
            kept += [name] + trail
            known.formUnion(trail)
            covered += 1
        }
        request.protectedPaths += kept.map(\.bytes)
        let anchors = anchors(above: kept, in: request)
        request.writableRoots += anchors.map(\.bytes)
        if covered < nested.count {
            let consequence =
                request.level == .unelevated
                ? "are not protected: the command can change them"
                : "are protected by their entries alone: the command can rename them"
            StandardError.note(
                "\(nested.count - covered) nested repositories, such as '\(nested[covered])', \(consequence)",
                as: .warning)
        }
        return NestedProtection(paths: kept, anchors: anchors)
    }

    /// The directories on the way to something protected, which must not be renamed, as far as there is room: a mount holds
    /// its own name, not its parents'.
    private func anchors(above nested: [HostPath], in request: LaunchRequest) -> [HostPath] {
        var anchors: Set<HostPath> = []
        for path in nested {
            for directory in path.ancestors where roots.contains(where: { directory != $0 && directory.isWithin($0) }) {
                anchors.insert(directory)
            }
        }
        let closed = before.paths.union(named).union(nested)
        let held = Set(request.writableRoots)
        let wanted = anchors.filter { anchor in
            !closed.contains { anchor.isWithin($0) } && !held.contains(anchor.bytes)
        }
        let room = max(0, LaunchLimits.writableRoots - request.writableRoots.count)
        return Array(wanted.sorted { ($0.bytes.count, $0) < ($1.bytes.count, $1) }.prefix(room))
    }

    /// Points out what the command made.
    func pointOutNew() {
        let after = ProtectedNameScan(below: roots)
        let new = after.paths.subtracting(before.paths).subtracting(named).map(\.bytes)
        let others = after.curiosities.subtracting(before.curiosities)
        for path in (new + others).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            StandardError.note(
                "the command made \(PrintableText.quoted(path)): look at it before a tool of yours obeys it",
                as: .warning)
        }
    }
}
