/// A layer of the sandbox, told from the others by what the kernel answers when it denies.
enum Layer: String, CaseIterable {
    case mounts
    case protectedPaths = "protected-paths"
    case exists
    case credentials
    case writeGate = "write-gate"
    case systemCalls = "system-calls"
    case namespaces
    case firewall
    case processes
    case descriptors
    case noTerminal = "no-terminal"
    case notInherited = "not-inherited"
    case noSuchIdentity = "no-such-id"
    case unseen

    /// The answers that this layer gives.
    var answers: Set<String> {
        switch self {
        case .mounts: ["EROFS", "EXDEV", "ENOENT", "EBUSY", "unseen"]
        case .protectedPaths: ["EROFS", "EBUSY", "EXDEV"]
        case .exists: ["EEXIST"]
        case .credentials: ["EACCES", "EPERM"]
        case .writeGate: ["EACCES", "EXDEV"]
        case .systemCalls: ["EPERM", "ENOSYS", "EAFNOSUPPORT", "signal 31"]
        case .namespaces: ["ENETUNREACH", "EADDRNOTAVAIL", "ENETDOWN", "ECONNREFUSED", "ENOENT"]
        case .firewall: ["ECONNREFUSED", "EPERM", "EACCES"]
        case .processes: ["ESRCH", "ENOENT"]
        case .descriptors: ["EBADF"]
        case .noTerminal: ["ENXIO", "ENOENT"]
        case .notInherited: ["ENOENT"]
        case .noSuchIdentity: ["EINVAL"]
        case .unseen: ["unseen"]
        }
    }
}
