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
    func protect(in request: inout LaunchRequest) {
        // What the policy names as a root is open on purpose.
        let nested = before.paths.subtracting(named).subtracting(roots).sorted()
        let room = max(0, LaunchLimits.protectedPaths - request.protectedPaths.count)
        request.protectedPaths += nested.prefix(room).map(\.bytes)
        anchor(Array(nested.prefix(room)), in: &request)
        guard nested.count > room else { return }
        let consequence =
            request.level == .unelevated
            ? "are not protected: the command can change them"
            : "are protected by their entries alone: the command can rename them"
        StandardError.note(
            "\(nested.count - room) nested repositories, such as '\(nested[room])', \(consequence)", as: .warning)
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
        let closed = before.paths.union(named)
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
