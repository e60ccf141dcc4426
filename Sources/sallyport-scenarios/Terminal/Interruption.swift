internal import Foundation
internal import Glibc
internal import KernelStage

/// Ends private machines with the program when it is interrupted, terminated or hung up on.
final class Interruption: @unchecked Sendable {
    private let lock = NSLock()
    private var isEnding = false
    private var sources: [any DispatchSourceSignal] = []

    /// Begins to watch.
    ///
    /// - Parameter cleanup: what else is done before the program ends.
    init(_ cleanup: @escaping @Sendable () -> Void) {
        sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { [self] in
                lock.withLock { isEnding = true }
                cleanup()
                Stage.endAll()
                // Raised again, the signal would arrive here again and again: the library that watches for it keeps it blocked.
                _exit(128 + number)
            }
            source.resume()
            return source
        }
    }

    /// Watches no more; does not return once the program is ending, so that what was broken off is not reported as a failure.
    func end() {
        while lock.withLock({ isEnding }) { pause() }
        for source in sources { source.cancel() }
    }
}
