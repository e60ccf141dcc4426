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
    func protect(in request: inout LaunchRequest, facts: LinuxHostFacts) {
        // What the policy names as a root is open on purpose.
        let nested = before.paths.subtracting(named).subtracting(roots).sorted()
        let room = max(0, LaunchLimits.protectedPaths - request.protectedPaths.count)
        var kept: [HostPath] = []
        var known = named.union(before.paths)
        var covered = 0
        while covered < nested.count {
            let name = nested[covered]
            let trail = NestedTrail(of: name, roots: roots, facts: facts).paths.filter { path in
                !([path] + path.ancestors).contains(where: known.contains)
            }
            guard kept.count + 1 + trail.count <= room else { break }
            kept += [name] + trail
            known.formUnion(trail)
            covered += 1
        }
        request.protectedPaths += kept.map(\.bytes)
        anchor(kept, in: &request)
        guard covered < nested.count else { return }
        let consequence =
            request.level == .unelevated
            ? "are not protected: the command can change them"
            : "are protected by their entries alone: the command can rename them"
        StandardError.note(
            "\(nested.count - covered) nested repositories, such as '\(nested[covered])', \(consequence)", as: .warning)
    }

    /// Keeps the directories on the way to something protected from being renamed, as far as there is room: a mount holds its
    /// own name, not its parents'.
    private func anchor(_ nested: [HostPath], in request: inout LaunchRequest) {
        var anchors: Set<HostPath> = []
        for path in nested {
            for directory in path.ancestors where roots.contains(where: { directory != $0 && directory.isWithin($0) }) {
                anchors.insert(directory)
            }
        }
        let closed = before.paths.union(named).union(nested)
        let wanted = anchors.filter { anchor in !closed.contains { anchor.isWithin($0) } }.map(\.bytes)
        let missing = Set(wanted).subtracting(request.writableRoots).sorted { $0.count < $1.count }
        request.writableRoots += missing.prefix(max(0, LaunchLimits.writableRoots - request.writableRoots.count))
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
