public import WindowsSecurity

/// A named mutex; most programs only ask whether it is there.
///
/// Windows: `CreateMutexW`. It is gone with its last handle.
public struct Mutex: Hashable, Sendable {
    /// The name, for example `Local\CodexSandboxReadAcl`.
    public let name: String
    /// Who may open it.
    public let descriptor: SecurityDescriptor
    /// The processes that have a handle.
    public internal(set) var holders: Set<ProcessIdentifier>
}
