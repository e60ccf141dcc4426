/// Which variables of the caller a sandboxed command gets, and which it gets instead.
///
/// Out go secrets by name, handles of the user's session, what steers the dynamic linker, what redirects git, and what
/// leads into the user's home.
public enum EnvironmentRule {
    /// Why a variable is withheld.
    public enum Reason: String, CaseIterable, Hashable, Sendable {
        /// The name says that the value is a secret.
        case secret
        /// The value leads to the user's session: sockets, displays, agents.
        case session
        /// The value steers the dynamic linker.
        case linker
        /// The value redirects git.
        case git
        /// The value describes the caller, not the command: another user's home, directories, terminal.
        case caller
    }

    /// The private home directory of the command.
    public static let home = "/tmp/home"
    /// The private temporary directory of the command.
    public static let temporary = "/tmp"

    private static let secretParts: [StaticString] = ["KEY", "SECRET", "TOKEN", "PASSWORD", "PASSWD", "CREDENTIAL"]

    private static let sessionNames: [StaticString] = [
        "AT_SPI_BUS_ADDRESS", "CONTAINER_HOST", "DESKTOP_STARTUP_ID", "DISPLAY", "DOCKER_HOST", "GNOME_KEYRING_CONTROL",
        "GNUPGHOME", "HYPRLAND_INSTANCE_SIGNATURE", "I3SOCK", "ICEAUTHORITY", "INVOCATION_ID", "JOURNAL_STREAM",
        "KITTY_LISTEN_ON", "KRB5CCNAME", "LISTEN_FDS", "LISTEN_PID", "NOTIFY_SOCKET", "NVIM", "NVIM_LISTEN_ADDRESS",
        "PULSE_SERVER", "SESSION_MANAGER", "STY", "SWAYSOCK", "TMUX", "TMUX_PANE", "WATCHDOG_PID", "WAYLAND_DISPLAY",
        "WAYLAND_SOCKET", "WINDOWID", "XAUTHORITY", "XDG_RUNTIME_DIR", "XDG_SEAT", "XDG_SEAT_PATH", "XDG_SESSION_ID",
        "XDG_SESSION_PATH", "XDG_VTNR",
    ]

    private static let sessionPrefixes: [StaticString] = [
        "DBUS_", "GPG_", "PIPEWIRE_", "SSH_", "VSCODE_GIT_", "VSCODE_IPC_",
    ]

    private static let keptGitNames: [StaticString] = [
        "GIT_ADVICE", "GIT_EDITOR", "GIT_LITERAL_PATHSPECS", "GIT_MERGE_AUTOEDIT", "GIT_OPTIONAL_LOCKS", "GIT_PAGER",
        "GIT_SEQUENCE_EDITOR", "GIT_TERMINAL_PROMPT",
    ]

    private static let callerNames: [StaticString] = [
        "HOME", "LOGNAME", "MAIL", "OLDPWD", "PWD", "TEMP", "TEMPDIR", "TMP", "TMPDIR", "USER", "USERNAME",
        "XDG_CACHE_HOME",
        "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME",
    ]

    /// Why a variable is withheld from the command, or nothing when it is passed on.
    ///
    /// Works on bytes: this runs for every variable at every launch, and text would cost more than the launch.
    ///
    /// - Parameter name: a variable's name.
    /// - Returns: the first reason that applies.
    public static func reasonToWithhold(_ name: [UInt8]) -> Reason? {
        if name.hasPrefix("LD_") || name.matches("GLIBC_TUNABLES") { return .linker }
        if name.hasPrefix("GIT_") { return isGitKept(name) ? nil : .git }
        if callerNames.contains(where: name.matches) || name.hasPrefix("SUDO_") { return .caller }
        if sessionNames.contains(where: name.matches) || sessionPrefixes.contains(where: name.hasPrefix) {
            return .session
        }
        return secretParts.contains(where: name.containsIgnoringCase) ? .secret : nil
    }

    private static func isGitKept(_ name: [UInt8]) -> Bool {
        keptGitNames.contains(where: name.matches) || name.hasPrefix("GIT_AUTHOR_") || name.hasPrefix("GIT_COMMITTER_")
    }

    /// The environment of a command.
    ///
    /// - Parameters:
    ///   - caller: the caller's variables; of two with one name the first counts, as in getenv(3).
    ///   - policy: the resolved policy.
    ///   - workingDirectory: the directory the command starts in.
    ///   - principal: the account the command runs as, or nothing when it stays the caller.
    /// - Returns: the caller's variables that are passed on, in their order, then the command's own.
    public static func environment(
        caller: [EnvironmentVariable], policy: ResolvedPolicy, workingDirectory: HostPath, principal: Principal?
    ) -> [EnvironmentVariable] {
        var seen: Set<[UInt8]> = []
        var result = caller.filter { reasonToWithhold($0.name) == nil && seen.insert($0.name).inserted }
        result += [
            EnvironmentVariable("HOME", home), EnvironmentVariable("TMPDIR", temporary),
            EnvironmentVariable("PWD", workingDirectory.bytes),
        ]
        if let principal {
            result += [
                EnvironmentVariable("USER", principal.accountName),
                EnvironmentVariable("LOGNAME", principal.accountName),
            ]
            result += safeDirectories(policy)
        } else {
            result += caller.filter { $0.name.elementsEqual("USER".utf8) || $0.name.elementsEqual("LOGNAME".utf8) }
        }
        return result
    }

    /// The variables by which git trusts repositories of another user; git-config(1), `safe.directory`.
    static func safeDirectories(_ policy: ResolvedPolicy) -> [EnvironmentVariable] {
        let directories = Set(policy.writableRoots + [policy.workspace] + [policy.repositoryRoot].compactMap(\.self))
        let values = directories.sorted().flatMap { [$0.bytes, $0.bytes + Array("/*".utf8)] }
        return [EnvironmentVariable("GIT_CONFIG_COUNT", "\(values.count)")]
            + values.enumerated().flatMap { index, value in
                [
                    EnvironmentVariable("GIT_CONFIG_KEY_\(index)", "safe.directory"),
                    EnvironmentVariable("GIT_CONFIG_VALUE_\(index)", value),
                ]
            }
    }
}

extension [UInt8] {
    fileprivate func matches(_ text: StaticString) -> Bool {
        count == text.utf8CodeUnitCount && hasPrefix(text)
    }

    fileprivate func hasPrefix(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { unsafe starts(with: $0) }
    }

    /// Whether an upper-case ASCII text stands somewhere in the bytes, in whatever case.
    fileprivate func containsIgnoringCase(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { part in
            count >= part.count
                && (0...(count - part.count)).contains { start in
                    part.indices.allSatisfy { unsafe (self[start + $0] & 0xDF) == part[$0] }
                }
        }
    }
}
