internal import CLinux
internal import Glibc

/// Visits directories until the queue is empty; one worker a thread.
///
/// Everything is done by descriptor: a name is opened without following links, looked at with fstat(2), and only what is
/// open is changed. Whatever another process does to names meanwhile, nothing is changed that was not below the root.
@safe final class PassWorker {
    let plan: PassPlan
    let queue: PassQueue
    /// Called every few hundred entries at most.
    var pulse: () -> Void = {}
    var report = GrantReport()
    /// Changes that wait until their before-images are stored.
    var deferred: [DeferredChange] = []
    var memo: VerdictMemo
    /// Whether the last file needed no change, so that a look by name at the next one is likely to be enough.
    var expectsNoChange = true
    /// Whether the system can look by name.
    var looksByName = true
    private var levels: [PassLevel] = []
    let names: UnsafeMutableRawBufferPointer
    let list: UnsafeMutableRawBufferPointer

    init(plan: PassPlan, queue: PassQueue) {
        self.plan = plan
        self.queue = queue
        memo = VerdictMemo(rules: plan.rules)
        unsafe names = .allocate(byteCount: 1 << 16, alignment: 16)
        unsafe list = .allocate(byteCount: 1 << 16, alignment: 16)
    }

    deinit {
        unsafe names.deallocate()
        unsafe list.deallocate()
    }

    /// Takes directories out of the queue until none is left or a worker failed.
    func run() {
        while let job = queue.take() {
            do throws(GrantError) {
                try walk(job)
            } catch {
                for level in levels { close(level.descriptor) }
                levels.removeAll()
                queue.fail(error)
            }
            queue.finish()
        }
    }

    private func walk(_ job: PassQueue.Job) throws(GrantError) {
        try enter(job.descriptor, path: job.path, purpose: job.purpose)
        while let last = levels.indices.last {
            guard !queue.isStopped else {
                for level in levels { close(level.descriptor) }
                levels.removeAll()
                return
            }
            if queue.wantsWork { try shareWork() }
            guard let next = levels[last].pending.popLast() else {
                close(levels[last].descriptor)
                levels.removeLast()
                continue
            }
            if let job = try open(next, in: levels[last]) {
                try enter(job.descriptor, path: job.path, purpose: job.purpose)
            }
        }
    }

    /// Gives away a waiting directory that is as near to the root as possible, but keeps one for this worker.
    private func shareWork() throws(GrantError) {
        guard levels.reduce(0, { $0 + $1.pending.count }) > 1,
            let index = levels.firstIndex(where: { !$0.pending.isEmpty })
        else { return }
        let pending = levels[index].pending.removeFirst()
        if let job = try open(pending, in: levels[index]) { queue.give(job) }
    }

    /// Changes a directory, reads its names, changes the files in it and remembers the directories in it.
    private func enter(_ descriptor: Int32, path: [UInt8], purpose: EntryPurpose) throws(GrantError) {
        do throws(GrantError) {
            guard try directory(descriptor, path: path, purpose: purpose) else {
                close(descriptor)
                return
            }
            var level = PassLevel(descriptor: descriptor, path: path)
            try readNames(in: &level, purpose: purpose)
            levels.append(level)
        } catch {
            close(descriptor)
            throw error
        }
    }

    private func open(_ pending: PassLevel.Pending, in level: PassLevel) throws(GrantError) -> PassQueue.Job? {
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK
        let descriptor = unsafe pending.name.withUnsafeBufferPointer { name in
            unsafe name.baseAddress.map { unsafe sallyport_open_at(level.descriptor, $0, flags) } ?? -ENOENT
        }
        let name = pending.name.dropLast().map { UInt8(bitPattern: $0) }
        guard descriptor >= 0 else {
            try openFailed(-descriptor, in: level, name: name, purpose: pending.purpose)
            return nil
        }
        let path = level.path.isEmpty ? name : level.path + [UInt8(ascii: "/")] + name
        return PassQueue.Job(descriptor: descriptor, path: path, purpose: pending.purpose)
    }

    private func readNames(in level: inout PassLevel, purpose: EntryPurpose) throws(GrantError) {
        let extra = plan.extraNames[level.path] ?? []
        var visited = 0
        guard let base = unsafe names.baseAddress else { return }
        while true {
            let count = unsafe sallyport_read_directory(level.descriptor, base, names.count)
            guard count > 0 else {
                if count == 0 || count == -Int(ENOENT) { return }
                throw failure("read the directory", level.path, [], Int32(-count))
            }
            var offset = 0
            while offset < count, let (entry, next) = unsafe DirectoryEntry.read(names, at: offset) {
                offset = next
                if unsafe entry.isDots { continue }
                visited += 1
                unsafe try visit(entry, in: &level, purpose: purpose, extra: extra)
            }
            queue.visit(visited)
            visited = 0
            pulse()
        }
    }
}
