/// What one capability stands for; the design changed it twice.
public enum CapabilityScope: String, CaseIterable, Hashable, Sendable {
    /// Everything an installation ever granted: entries of every workspace stay open to every command.
    case installation
    /// One workspace with its extra roots.
    case workspace
    /// One writable root.
    case root
}
