internal import SandboxModel

/// What stands between a command and the kernel in a column of the matrix.
public enum LinuxConfinement: String, Hashable, Sendable, CaseIterable {
    /// Sallyport with the accounts that setup made.
    case elevated = "linux"
    /// Sallyport without setup.
    case unelevated = "linux-unelevated"
    /// Nothing: the person.
    case plainUser = "plain-user"
    /// bwrap(1) with a read-only root, the workspace writable and what is protected in it read-only.
    case bubblewrap
    /// firejail(1) without a profile, restricted likewise.
    case firejail
    /// Landlock and nothing else, by the probe.
    case landlock

    /// Those that are performed for comparison.
    public static let baselines: [LinuxConfinement] = [.plainUser, .bubblewrap, .firejail, .landlock]

    /// The platform whose expectations hold; nothing for what is shown for comparison.
    var platform: Platform? {
        switch self {
        case .elevated: .linux
        case .unelevated: .linuxUnelevated
        case .plainUser, .bubblewrap, .firejail, .landlock: nil
        }
    }

    /// The modes that mean something.
    var modes: [Mode] {
        switch self {
        case .elevated, .unelevated: platform?.modes ?? []
        case .plainUser: [.fullAccess]
        case .bubblewrap, .firejail, .landlock: [.readOnly, .offline, .online]
        }
    }

    /// The program it needs besides those of this package.
    var tool: String? {
        switch self {
        case .bubblewrap: "/usr/bin/bwrap"
        case .firejail: "/usr/bin/firejail"
        case .elevated, .unelevated, .plainUser, .landlock: nil
        }
    }

    /// What the program says when the command is confined; nothing for one that confines or ends.
    var proof: String? { self == .firejail ? "Child process initialized" : nil }

    /// What stands before the command, for a policy in a mode.
    ///
    /// `worker.sh` has the last word about bwrap(1)'s.
    ///
    /// - Parameters:
    ///   - mode: the mode.
    ///   - workspace: the path of the workspace.
    ///   - additions: what the policy says besides, with places put in.
    /// - Returns: the words.
    func prefix(_ mode: Mode, _ workspace: String, _ additions: PolicyAdditions) -> [String] {
        if platform == nil, mode == .fullAccess { return [] }
        let roots = mode == .readOnly ? [] : [workspace] + additions.writableRoots
        let kept = roots.flatMap { root in [".git", ".codex", ".agents"].map { "\(root)/\($0)" } } + additions.readOnly
        switch self {
        case .plainUser: return []
        case .elevated, .unelevated:
            var words = ["sallyport", "run", "--policy", mode.sandboxMode.rawValue]
            if self == .unelevated { words += ["--level", "unelevated"] }
            if mode == .online { words.append("--network") }
            for path in additions.writableRoots { words += ["--writable-root", path] }
            for path in additions.readOnly { words += ["--read-only", path] }
            for path in additions.denyRead { words += ["--deny-read", path] }
            return words + ["--"]
        case .bubblewrap:
            var words = ["bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp"]
            words += ["--unshare-user", "--unshare-pid", "--unshare-ipc", "--die-with-parent"]
            if mode != .online { words.append("--unshare-net") }
            for root in roots { words += ["--bind", root, root] }
            for path in kept { words += ["--ro-bind-try", path, path] }
            for path in additions.denyRead { words += ["--hide", path] }
            return words + ["--"]
        case .firejail:
            // In a process namespace firejail runs the command without a sandbox, unless a container of a known kind is named.
            var words = ["env", "container=docker", "firejail", "--rmenv=container", "--noprofile"]
            words += ["--caps.drop=all", "--nonewprivs", "--seccomp"]
            words += ["--private-tmp", "--private-dev"]
            // The root directory's mount alone is meant by its name, so that the others have to be named.
            let closed = ["/", "/home", "/srv", "/var/tmp", "/run/lock", "/dev/shm"]
            words += closed.map { "--read-only=\($0)" }
            if mode != .online { words.append("--net=none") }
            words += roots.map { "--read-write=\($0)" } + kept.map { "--read-only=\($0)" }
            return words + additions.denyRead.map { "--blacklist=\($0)" } + ["--"]
        case .landlock:
            return ["sallyport-probe", "--landlock"] + (mode == .online ? [] : ["--no-tcp"])
                + (mode == .readOnly ? [] : roots + ["/tmp"]) + ["--"]
        }
    }
}
