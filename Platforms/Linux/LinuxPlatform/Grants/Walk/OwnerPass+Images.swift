internal import CLinux
internal import Glibc
internal import SandboxModel

extension OwnerPass {
    /// Stores the before-images, then makes the changes that waited for them.
    func carryOut(
        _ deferred: [DeferredChange], storing store: OwnerGrants.ImageStore, into report: inout GrantReport,
        plan: PassPlan
    ) throws(GrantError) {
        let deferred = withinRoom(deferred, report: &report)
        guard !deferred.isEmpty else { return }
        do {
            try store(deferred.map(\.image))
        } catch {
            throw GrantError(.imagesNotStored, "store the before-images (\(error))", root.text)
        }
        for waiting in deferred {
            let path = String(decoding: waiting.path, as: UTF8.self)
            guard let descriptor = AccessLists.open(waiting.path) else {
                report.omit(.vanished, example: path)
                continue
            }
            defer { close(descriptor) }
            var status = stat()
            guard unsafe fstat(descriptor, &status) == 0, status.st_dev == waiting.device,
                status.st_ino == waiting.inode, status.st_uid == rules.owner,
                AccessLists(of: descriptor, mode: status.st_mode) == waiting.change.before
            else {
                report.omit(.vanished, example: path)
                continue
            }
            let result = waiting.change.write(to: descriptor)
            guard result == 0 else {
                throw GrantError(
                    systemError: result, "set the access control list", path, lists: waiting.change.after)
            }
            report.changed += 1
            report.images.append(waiting.image)
        }
    }

    /// The changes whose before-images find room; the others are left alone.
    private func withinRoom(_ deferred: [DeferredChange], report: inout GrantReport) -> [DeferredChange] {
        var room = imageRoom
        return deferred.filter { waiting in
            room -= waiting.image.length
            if room < 0 { report.omit(.noRoom, example: String(decoding: waiting.path, as: UTF8.self)) }
            return room >= 0
        }
    }
}
