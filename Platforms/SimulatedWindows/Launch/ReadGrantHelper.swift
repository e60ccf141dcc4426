internal import SandboxModel

/// The process that grants reading in the background, and what it has still to do.
struct ReadGrantHelper: Hashable, Sendable {
    /// The name of the mutex that exists exactly while a helper runs.
    static let mutex = #"Local\CodexSandboxReadAcl"#

    /// The process.
    let process: ProcessIdentifier
    /// The grants that are not made yet.
    var edits: [SimulatedConfinement.ListEdit]
}
