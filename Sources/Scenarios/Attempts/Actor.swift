/// Who makes an attempt.
public enum Actor: String, Hashable, Sendable, CaseIterable, Codable {
    /// A command in the sandbox.
    case sandbox
    /// A command in the sandbox that a person at a screen starts, where others are started by a program for her.
    case attended
    /// A process that a child of a sandboxed command started.
    case grandchild
    /// A command in the sandbox of a second workspace.
    case second
    /// A command in the sandbox of the same workspace, under an earlier policy.
    case earlier
    /// The agent's own tool that writes files, under the policy of the commands.
    case tools
    /// The person whose commands are sandboxed.
    case user
    /// Another person on the machine.
    case other
    /// Root, or SYSTEM.
    case administrator

    /// Whether the actor is confined.
    public var isSandboxed: Bool {
        switch self {
        case .sandbox, .attended, .grandchild, .second, .earlier, .tools: true
        case .user, .other, .administrator: false
        }
    }
}
