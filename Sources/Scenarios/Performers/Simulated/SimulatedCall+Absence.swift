/// What Windows has no counterpart of, with the reason.
extension SimulatedCall {
    /// Why a verb, or these arguments of it, mean nothing on Windows; nothing when they mean something.
    static func absence(of verb: Verb, _ arguments: [String]) -> String? {
        if let reason = verbs[verb.name] { return reason }
        let first = arguments.first ?? ""
        switch verb.name {
        case "connect" where first.hasPrefix("mptcp"): return "Windows has no multipath TCP"
        case "socket" where !sockets.contains(first): return "Windows has no sockets of the family '\(first)'"
        case "kernel-call" where !kernelCalls.contains(first): return "Windows has no call that '\(first)' stands for"
        case "keyring" where first == "request": return "no service of Windows fetches secrets for a program"
        case "chmod" where identityBits(arguments[1]),
            "create" where arguments.count > 1 && identityBits(arguments[1]):
            return "no program of Windows takes an identity by being run"
        case "inject" where first != "tiocsti": return "Windows has one way to type for somebody"
        default: return nil
        }
    }

    /// Whether a mode has the bits that make a program take the identity of its file.
    private static func identityBits(_ mode: String) -> Bool { (UInt32(mode, radix: 8) ?? 0) & 0o6000 != 0 }

    private static let sockets: Set<String> = ["raw4", "raw6", "unix"]
    private static let kernelCalls: Set<String> = ["module", "kernel-log", "host-name"]

    private static let verbs: [String: String] = {
        let namespaces = "Windows has no namespaces that a process could make or enter"
        let mounts = "what a drive holds is not decided by mounts"
        let kernel = "the kernel of Windows has no such call"
        return [
            "mknod": "devices have no files on a drive", "unshare": namespaces, "clone": namespaces,
            "enter": namespaces,
            "mount": mounts, "remount": mounts, "unmount": mounts, "open-file-system": mounts, "change-root": mounts,
            "io-uring": kernel, "personality": kernel, "foreign-call": kernel,
            "change-group": "the groups of a token are fixed when it is made",
            "send-descriptor": "sockets of the simulated machine are no handles",
            "core-dump": "the simulated machine writes no dumps",
            "core-handler": "the simulated machine writes no dumps",
        ]
    }()
}
