internal import Glibc
internal import SandboxModel

/// One pass over a tree, from the root's descriptor to the report.
struct OwnerPass {
    let root: HostPath
    let rules: GrantRules
    let purpose: EntryPurpose
    let protectedNames: [String]
    let extraProtected: [HostPath]
    let imageRoom: Int
    let grants: OwnerGrants

    /// Trees with fewer entries are not worth a second thread.
    private static let entriesWorthAThread = 1500

    /// Runs the pass.
    func run(storing store: OwnerGrants.ImageStore) throws(GrantError) -> GrantReport {
        let start = Self.now
        let descriptor = try root.openDirectory()
        let plan: PassPlan
        do throws(GrantError) {
            plan = try self.plan(descriptor)
        } catch {
            close(descriptor)
            throw error
        }
        let isProtected = purpose == .writable && extraProtected.contains(root)
        let queue = PassQueue()
        queue.give(
            PassQueue.Job(descriptor: descriptor, path: [], purpose: isProtected ? .protected : purpose))
        let worker = PassWorker(plan: plan, queue: queue)
        var helpers: [HelperThread] = []
        var lastProgress = start
        worker.pulse = {
            if helpers.isEmpty, grants.threads > 1, queue.visited > Self.entriesWorthAThread {
                helpers = (1..<grants.threads).compactMap { _ in HelperThread(plan: plan, queue: queue) }
            }
            guard let progress = grants.progress, Self.now - lastProgress >= grants.progressInterval else { return }
            lastProgress = Self.now
            progress(GrantProgress(visited: queue.visited, elapsed: lastProgress - start))
        }
        worker.run()
        worker.pulse = {}
        var report = worker.report
        var deferred = worker.deferred
        for helper in helpers {
            let other = helper.join()
            report.merge(other.report)
            deferred += other.deferred
        }
        if let error = queue.error { throw error }
        try carryOut(deferred, storing: store, into: &report, plan: plan)
        report.protectedPaths.sort { $0.path < $1.path }
        report.elapsed = Self.now - start
        return report
    }

    private func plan(_ descriptor: Int32) throws(GrantError) -> PassPlan {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw GrantError(systemError: errno, "look at the directory", root.text)
        }
        guard status.st_uid == rules.owner else { throw GrantError(.foreignRoot, "grant access", root.text) }
        var extra: [[UInt8]: [[UInt8]]] = [:]
        for path in extraProtected {
            guard let rest = path.rest(below: root) else { continue }
            let slash = rest.lastIndex(of: UInt8(ascii: "/"))
            let directory = slash.map { Array(rest[..<$0]) } ?? []
            extra[directory, default: []].append(slash.map { Array(rest[($0 + 1)...]) } ?? rest)
        }
        return PassPlan(
            rules: rules, purpose: purpose, root: root.prefix, protectedNames: protectedNames.map { Array($0.utf8) },
            extraNames: extra, ownGroups: Self.ownGroups(), device: status.st_dev)
    }

    /// The time since some fixed moment; clock_gettime(2), because the clocks of Swift's concurrency bring its start-up with them.
    private static var now: Duration {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    private static func ownGroups() -> Set<UInt32> {
        let count = getgroups(0, nil)
        var groups = [gid_t](repeating: getegid(), count: Int(max(0, count)) + 1)
        let filled = unsafe getgroups(count, &groups)
        return Set(groups.prefix(Int(max(0, filled)))).union([getegid()])
    }
}
