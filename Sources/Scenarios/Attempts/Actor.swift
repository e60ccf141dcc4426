/// Who makes an attempt.
public enum Actor: String, Hashable, Sendable, CaseIterable, Codable {
    /// A command in the sandbox.
    case sandbox
    /// A process that a child of a sandboxed command started.
    case grandchild
    /// A command in the sandbox of a second workspace.
    case second
    /// The person whose commands are sandboxed.
    case user
    /// Another person on the machine.
    case other
    /// Root, or SYSTEM.
    case administrator

    /// Whether the actor is confined.
    public var isSandboxed: Bool { self == .sandbox || self == .grandchild || self == .second }
}
