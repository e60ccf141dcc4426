import SandboxModel

/// Counts the steps that touch the machine or the journal and fails at a chosen one, and ever after: a crash.
final class SetupPower {
    private(set) var steps = 0
    private let last: Int?

    /// Makes a power supply.
    ///
    /// - Parameter last: how many steps still happen; nothing means all of them.
    init(failingAfter last: Int? = nil) {
        self.last = last
    }

    /// Lets one step pass, or crashes.
    func pass() throws(SetupError) {
        if let last, steps >= last {
            throw SetupError(.systemCall, action: "go on", subject: "the test", detail: "the power failed")
        }
        steps += 1
    }
}
