extension LaunchRequest {
    /// The longest request, in bytes.
    public static let longest = 8 << 20
    /// The longest field, in bytes; the kernel takes no longer argument (execve(2), `MAX_ARG_STRLEN`).
    public static let longestField = 128 << 10
    /// The most writable roots, and the most readable paths.
    public static let mostRoots = 64
    /// The most protected paths, and the most denied ones.
    public static let mostPaths = 512
    /// The most capabilities beside the workspace's.
    public static let mostCapabilities = 63
    /// The most arguments.
    public static let mostArguments = 65536
    /// The most environment entries.
    public static let mostEnvironmentEntries = 8192
}

extension LaunchRequest.Network {
    var word: StaticString {
        switch self {
        case .none: "none"
        case .firewalled: "firewalled"
        case .open: "open"
        }
    }
}

extension LaunchRequest.Temporary {
    var word: StaticString {
        switch self {
        case .writable: "writable"
        case .readOnly: "read-only"
        }
    }
}

extension LaunchRequest.AcceptedLoss {
    /// The name by which a caller gives the gate up.
    public var word: StaticString {
        switch self {
        case .abstractUnixSockets: "abstract-unix-sockets"
        }
    }
}
