/// How far a pass is that takes long.
public struct GrantProgress: Hashable, Sendable {
    /// How many entries were visited so far.
    public let visited: Int
    /// How long the pass has been running.
    public let elapsed: Duration
}
