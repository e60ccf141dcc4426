internal import Glibc

/// A further thread of a pass.
final class HelperThread {
    private final class Body {
        let worker: PassWorker
        init(_ worker: PassWorker) { self.worker = worker }
    }

    private let body: Body
    private var thread = pthread_t()

    /// Starts the thread; nothing when the system has none to give, and the pass goes on without it.
    init?(plan: PassPlan, queue: PassQueue) {
        body = Body(PassWorker(plan: plan, queue: queue))
        let argument = unsafe Unmanaged.passRetained(body)
        let result = unsafe pthread_create(
            &thread, nil,
            { argument in
                if let argument = unsafe argument {
                    unsafe Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().worker.run()
                }
                return nil
            }, argument.toOpaque())
        guard result == 0 else {
            unsafe argument.release()
            return nil
        }
    }

    /// Waits for the end.
    ///
    /// - Returns: the worker with its report.
    func join() -> PassWorker {
        pthread_join(thread, nil)
        return body.worker
    }
}
