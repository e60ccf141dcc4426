/// A layer of the confinement; every one in a plan is in force when the command starts, or the launch stops.
public enum LaunchGate: String, CaseIterable, Hashable, Sendable {
    /// The caller may launch this principal with these capabilities.
    case authorization
    /// Nothing but standard input, output and error is passed on.
    case descriptors
    /// The firewall rules of the offline principal are there, and a packet sent by it is refused.
    case firewall
    /// The command sees no network at all.
    case networkIsolation = "network-isolation"
    /// The command sees and reaches no process but its own, and none outlives it.
    case processIsolation = "process-isolation"
    /// Protected paths stay as they are.
    case protectedPaths = "protected-paths"
    /// Denied paths cannot be read.
    case deniedPaths = "denied-paths"
    /// The temporary directories are the command's own.
    case privateTemporary = "private-temporary"
    /// The command has no privilege and cannot gain one.
    case privileges
    /// Writes need a second permission, by the list of writable roots.
    case writeGate = "write-gate"
    /// System calls that lead around the other layers are refused.
    case systemCalls = "system-calls"
    /// The command cannot put text into the caller's terminal.
    case terminal
}
