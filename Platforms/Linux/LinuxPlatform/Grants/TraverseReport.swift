public import SandboxModel

/// What became of the directories above a root.
public struct TraverseReport: Hashable, Sendable {
    /// The directories that got an entry, from the top.
    public internal(set) var changed: [HostPath] = []
    /// What had to be remembered for an exact undo.
    public internal(set) var images: [AccessListsImage] = []
}
