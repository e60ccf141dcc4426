/// What a caller gives up by a named option: one option, one warning, one audit event.
public enum Weakening: Hashable, Sendable {
    /// No sandbox is built; the policy `danger-full-access`.
    case noSandbox
    /// The command stays the caller, and reads what the caller reads; the level `unelevated`.
    case sameUser
    /// The command uses the network.
    case network
    /// What the owner closed to everybody else is granted too.
    case privateFiles
    /// A gate that this host cannot put in force is given up.
    case gate(String)

    /// The name in a record, in words and hyphens.
    public var name: String {
        switch self {
        case .noSandbox: "no-sandbox"
        case .sameUser: "same-user"
        case .network: "network"
        case .privateFiles: "private-files"
        case .gate(let name): name
        }
    }

    /// What it means, in words.
    public var explanation: String {
        switch self {
        case .noSandbox: "danger-full-access: no sandbox is built, the command may do whatever you may"
        case .sameUser: "unelevated: the command is you, and reads whatever you may read"
        case .network: "the command may reach whatever this machine reaches"
        case .privateFiles: "what you closed to everybody else in the roots is opened to the sandbox"
        case .gate(let name): "accepted: the gate \(name) is given up"
        }
    }
}
