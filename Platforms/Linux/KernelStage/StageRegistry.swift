internal import Foundation
internal import Glibc

/// The stages that stand, so that they can be ended when the program is.
final class StageRegistry: @unchecked Sendable {
    /// Of this program.
    static let shared = StageRegistry()

    private let lock = NSLock()
    private var processes: [URL: pid_t] = [:]
    private var isClosed = false

    /// Starts the process of a stage.
    ///
    /// - Parameters:
    ///   - process: the process; it leads a group of its own.
    ///   - scratch: the directory to remove with it.
    /// - Throws: what starting it threw, and ``StageError`` when the program is about to end.
    func start(_ process: Process, in scratch: URL) throws {
        try lock.withLock {
            guard !isClosed else { throw StageError(description: "stage: interrupted") }
            try process.run()
            processes[scratch] = process.processIdentifier
        }
    }

    /// Removes what is left of a stage whose process has ended.
    func forget(_ scratch: URL) {
        lock.withLock { processes[scratch] = nil }
        try? FileManager.default.removeItem(at: scratch)
    }

    /// Kills every stage with everything in it, and lets none start any more.
    func close() {
        lock.withLock {
            isClosed = true
            for (scratch, process) in processes {
                // `timeout` leads the group; the first process of the namespaces dies with its parent, and all others with it.
                kill(-process, SIGKILL)
                kill(process, SIGKILL)
                try? FileManager.default.removeItem(at: scratch)
            }
            processes = [:]
        }
    }
}

extension Stage {
    /// Kills every stage of this program, and lets none start any more; for a program that is interrupted.
    public static func endAll() { StageRegistry.shared.close() }
}
