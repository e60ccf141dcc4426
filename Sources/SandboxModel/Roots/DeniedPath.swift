/// A place that may not be read.
public struct DeniedPath: Hashable, Sendable {
    /// The path without links.
    public var path: HostPath
    /// What lies there now; `missing` asks for a guard, so that the command cannot make it and read it.
    public var kind: PathKind

    /// Makes a denied path.
    ///
    /// - Parameters:
    ///   - path: the path without links.
    ///   - kind: what lies there now.
    public init(path: HostPath, kind: PathKind) {
        self.path = path
        self.kind = kind
    }

    /// Whether an empty directory must be made at the path before the launch.
    public var needsGuard: Bool { kind == .missing }
}
