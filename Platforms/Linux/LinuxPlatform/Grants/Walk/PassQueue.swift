internal import Glibc
internal import Synchronization

/// The directories that wait for a worker, and the end of the pass.
///
/// A worker keeps its own directories to itself and gives one away only when another worker has nothing to do.
@safe final class PassQueue: @unchecked Sendable {
    /// A directory to enter, already open; whoever takes it closes it.
    struct Job {
        /// The open directory.
        let descriptor: Int32
        /// Its path relative to the root; empty for the root.
        let path: [UInt8]
        /// What the pass wants of it.
        let purpose: EntryPurpose
    }

    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private let changed: UnsafeMutablePointer<pthread_cond_t>
    private var jobs: [Job] = []
    private var busy = 0
    private var waiting = 0
    private var failure: GrantError?
    private let wanted = Atomic<Int>(0)
    private let stopped = Atomic<Bool>(false)
    private let visitedEntries = Atomic<Int>(0)

    init() {
        unsafe lock = .allocate(capacity: 1)
        unsafe changed = .allocate(capacity: 1)
        unsafe pthread_mutex_init(lock, nil)
        unsafe pthread_cond_init(changed, nil)
    }

    deinit {
        for job in jobs { close(job.descriptor) }
        unsafe pthread_cond_destroy(changed)
        unsafe pthread_mutex_destroy(lock)
        unsafe changed.deallocate()
        unsafe lock.deallocate()
    }

    /// Whether a worker waits for a directory; cheap enough to be asked at every one.
    var wantsWork: Bool { wanted.load(ordering: .relaxed) > 0 }

    /// How many entries all workers visited, as far as they said.
    var visited: Int { visitedEntries.load(ordering: .relaxed) }

    /// Adds to the number of visited entries.
    func visit(_ count: Int) { visitedEntries.add(count, ordering: .relaxed) }

    /// The error that stopped the pass.
    var error: GrantError? { locked { failure } }

    /// Puts a directory into the queue.
    func give(_ job: Job) {
        locked {
            jobs.append(job)
            unsafe pthread_cond_signal(changed)
        }
    }

    /// Waits for a directory; nothing comes when all workers are done or one failed.
    func take() -> Job? {
        locked {
            while failure == nil {
                if let job = jobs.popLast() {
                    busy += 1
                    return job
                }
                if busy == 0 {
                    unsafe pthread_cond_broadcast(changed)
                    return nil
                }
                waiting += 1
                updateWanted()
                unsafe pthread_cond_wait(changed, lock)
                waiting -= 1
            }
            return nil
        }
    }

    /// Says that the directory last taken is done, with everything below it that was not given away.
    func finish() {
        locked {
            busy -= 1
            if busy == 0 { unsafe pthread_cond_broadcast(changed) }
        }
    }

    /// Stops all workers.
    func fail(_ error: GrantError) {
        locked {
            failure = failure ?? error
            stopped.store(true, ordering: .relaxed)
            unsafe pthread_cond_broadcast(changed)
        }
    }

    /// Whether a worker failed.
    var isStopped: Bool { stopped.load(ordering: .relaxed) }

    /// More directories may wait than workers: then none is wanted.
    private func updateWanted() { wanted.store(waiting - jobs.count, ordering: .relaxed) }

    private func locked<Result>(_ body: () -> Result) -> Result {
        unsafe pthread_mutex_lock(lock)
        defer {
            updateWanted()
            unsafe pthread_mutex_unlock(lock)
        }
        return body()
    }
}
