internal import CLinux
internal import Glibc
internal import SandboxModel

extension OwnerGrants {
    /// Undoes `grant`: takes out the capability and the principals, and restores what a before-image is needed for.
    ///
    /// - Parameters:
    ///   - request: what was granted.
    ///   - images: the before-images that were stored; one whose entry was changed meanwhile is passed over.
    /// - Returns: what was done; its images are those that are of no use any more.
    /// - Throws: `GrantError`; what was undone until then stays undone.
    public func revoke(
        _ request: GrantRequest, images: [AccessListsImage] = []
    ) throws(GrantError) -> GrantReport {
        try undo(.withdrawn, request, images: images)
    }

    /// Undoes `grantRead`: takes out the sandbox users, and restores what a before-image is needed for.
    ///
    /// - Parameters:
    ///   - request: what was granted.
    ///   - images: the before-images that were stored; one whose entry was changed meanwhile is passed over.
    /// - Returns: what was done; its images are those that are of no use any more.
    /// - Throws: `GrantError`; what was undone until then stays undone.
    public func revokeRead(
        _ request: GrantRequest, images: [AccessListsImage] = []
    ) throws(GrantError) -> GrantReport {
        try undo(.readWithdrawn, request, images: images)
    }

    private func undo(
        _ purpose: EntryPurpose, _ request: GrantRequest, images: [AccessListsImage]
    ) throws(GrantError) -> GrantReport {
        let root = request.root
        let pass = OwnerPass(
            root: root, rules: try rules(request), purpose: purpose, protectedNames: [], extraProtected: [],
            imageRoom: .max, grants: self)
        var restored = GrantReport()
        let prefix = root.prefix + [UInt8(ascii: "/")]
        try restore(
            images.filter { $0.path == root.bytes || $0.path.starts(with: prefix) }, undoing: purpose,
            rules: pass.rules, into: &restored)
        var report = try pass.run { _ in }
        // The pass has seen the restored entries again, as unchanged ones.
        report.changed += restored.changed
        report.unchanged -= min(restored.changed, report.unchanged)
        report.images = restored.images
        return report
    }

    /// Puts lists back that nobody changed since the grant; images of other grants are passed over.
    func restore(
        _ images: [AccessListsImage], undoing purpose: EntryPurpose, rules: GrantRules, into report: inout GrantReport
    ) throws(GrantError) {
        for image in images where rules.isImage(image, of: purpose) {
            report.images.append(image)
            guard let descriptor = AccessLists.open(image.path) else { continue }
            defer { close(descriptor) }
            var status = stat()
            guard unsafe fstat(descriptor, &status) == 0, status.st_uid == geteuid(),
                AccessLists(of: descriptor, mode: status.st_mode) == image.after
            else { continue }
            let change = ListsChange(before: image.after, after: image.before, needsImage: false)
            let result = change.write(to: descriptor)
            guard result == 0 || result == EPERM else {
                let path = String(decoding: image.path, as: UTF8.self)
                throw GrantError(systemError: result, "restore the access control list", path)
            }
            if result == 0 { report.changed += 1 }
        }
    }
}
