internal import CLinux
internal import Glibc
internal import PosixSecurity
public import SandboxModel

extension OwnerGrants {
    /// Lets the principals pass the directories above a root: `g:USERS:--x` where they could not, and nowhere else.
    ///
    /// Passing a directory shows none of its names; whoever knows the name of a readable file in it can read that file.
    ///
    /// - Parameters:
    ///   - request: the root, the sandbox users, the principals and the capability.
    ///   - record: called with each directory before it is changed, and its before-image where the undo needs one.
    /// - Returns: the directories that got an entry.
    /// - Throws: `GrantError`, with `impassableAncestor` for a closed directory of somebody else.
    public func grantTraverse(
        _ request: GrantRequest, recording record: (HostPath, AccessListsImage?) throws -> Void = { _, _ in }
    ) throws(GrantError) -> TraverseReport {
        let rules = try rules(request)
        var report = TraverseReport()
        for path in request.root.ancestors.reversed() {
            let directory = try Ancestor(path, owner: rules.owner)
            guard !directory.isPassable(for: request) else { continue }
            guard directory.isOwn else {
                throw GrantError(.impassableAncestor, "let the sandbox pass", path.text)
            }
            guard let before = directory.lists else {
                throw GrantError(.permissionDenied, "read the access control list", path.text)
            }
            var after = before
            let rights = before.access.group(request.users) ?? []
            rules.ensure(group: request.users, rights.union(.execute), in: &after.access)
            let change = ListsChange(
                before: before, after: after,
                needsImage: rules.needsImage(before: before, after: after, purpose: .readable))
            let image = AccessListsImage(path: path.bytes, before: before, after: after)
            do {
                try record(path, change.needsImage ? image : nil)
            } catch {
                throw GrantError(.imagesNotStored, "record the change (\(error))", path.text)
            }
            let result = change.write(to: directory.descriptor)
            guard result == 0 else {
                throw GrantError(systemError: result, "set the access control list", path.text, lists: after)
            }
            report.changed.append(path)
            if change.needsImage { report.images.append(image) }
        }
        return report
    }

    /// Takes the entry of the sandbox users out of directories above former roots.
    ///
    /// - Parameters:
    ///   - paths: the directories; one that has disappeared, or belongs to somebody else now, is passed over.
    ///   - users: the group id of all sandboxes of the user, `Registry.Block.readers`.
    ///   - images: the before-images that were recorded for them.
    /// - Returns: what was done.
    /// - Throws: `GrantError`.
    public func revokeTraverse(
        _ paths: [HostPath], users: UInt32, images: [AccessListsImage] = []
    ) throws(GrantError) -> GrantReport {
        let rules = GrantRules(
            owner: try owner(paths.first ?? .root), capability: users, users: users, principals: [],
            includePrivate: false)
        var report = GrantReport()
        let bytes = paths.map(\.bytes)
        try restore(
            images.filter { bytes.contains($0.path) }, undoing: .readWithdrawn, rules: rules, into: &report)
        for path in paths {
            guard let descriptor = AccessLists.open(path.bytes) else {
                report.omit(.vanished, example: path.text)
                continue
            }
            defer { close(descriptor) }
            var status = stat()
            guard unsafe fstat(descriptor, &status) == 0, status.st_uid == rules.owner else {
                report.omit(.foreignOwner, example: path.text)
                continue
            }
            guard let before = AccessLists(of: descriptor, mode: status.st_mode) else {
                report.omit(.malformedList, example: path.text)
                continue
            }
            let after = rules.readWithdrawn(before)
            guard after != before else {
                report.unchanged += 1
                continue
            }
            let result = ListsChange(before: before, after: after, needsImage: false).write(to: descriptor)
            guard result == 0 else { throw GrantError(systemError: result, "set the access control list", path.text) }
            report.changed += 1
        }
        return report
    }
}
