/// The part of a script that makes a host's files and services, and puts files back before each trial.
struct LinuxHostScript {
    let host: Host
    let places: Places

    /// Bash functions `make_host` and `reset_host`.
    var text: String {
        var lines = ["make_host() {"]
        var owner: Actor?
        var commands: [String] = []
        func flush() {
            guard let owner, !commands.isEmpty else { return }
            lines.append(
                "    \(Self.run(owner)) bash -euc \(Self.quoted((["umask 022"] + commands).joined(separator: "\n")))")
            commands = []
        }
        // What stands at a place that this system does not have is for the other one.
        for file in host.files where (try? places.resolve(file.path, asPath: true)) != nil {
            if file.maker != owner { flush() }
            owner = file.maker
            commands += command(for: file)
        }
        flush()
        lines += furtherAddresses + services + Self.processes
        let variables = host.environment.map {
            Self.quoted("\($0.name)=\((try? places.resolve($0.value, asPath: false)) ?? $0.value)")
        }
        return (lines + ["}", "person=(\(variables.joined(separator: " ")))", Self.reset]).joined(separator: "\n")
    }

    private func path(_ text: String) -> String {
        Self.quoted((try? places.resolve(text, asPath: true)) ?? text)
    }

    private func command(for file: HostFile) -> [String] {
        let place = path(file.path)
        var commands: [String]
        var mode = (file: "", directory: "")
        switch file.access {
        case .usual: break
        case .closed: mode = ("600", "700")
        case .readable: mode = ("644", "755")
        case .public: mode = ("666", "777")
        }
        switch file.kind {
        case .file(let content):
            commands = ["printf '%s\\n' \(Self.quoted(content)) >\(place)"]
            if !mode.file.isEmpty { commands.append("chmod \(mode.file) \(place)") }
        case .directory:
            commands = ["mkdir -p \(place)"]
            if !mode.directory.isEmpty { commands.append("chmod \(mode.directory) \(place)") }
        case .link(let target): commands = ["ln -s \(path(target)) \(place)"]
        case .repository:
            commands = [
                "git -C \(place) init -q -b main",
                "git -C \(place) -c user.name=Alice -c user.email=alice@example.org add -A",
                "git -C \(place) -c user.name=Alice -c user.email=alice@example.org commit -q --allow-empty -m 'First commit'",
            ]
        case .program(.caller): commands = ["cp /bin/echo \(place)"]
        case .program(.user): commands = ["install -m 4755 /usr/local/bin/sallyport-probe \(place)"]
        case .program(.group): commands = ["install -m 2755 -g games /usr/local/bin/sallyport-probe \(place)"]
        case .volume(let format):
            commands = [
                "mkdir -p \(place)", "mount -t \(format == .lists ? "tmpfs" : "ramfs") volume \(place)",
                "chown \(Self.account(file.owner)) \(place)",
            ]
        case .worktree(let repository): commands = ["git -C \(path(repository)) worktree add -q \(place)"]
        }
        return commands
    }

    /// The other machine answers at its addresses alone; what else the host names leads there too.
    private var furtherAddresses: [String] {
        host.listeners.compactMap { try? places.resolve($0.address, asPath: false) }
            .filter { !$0.hasPrefix("10.77.0.") && !$0.hasPrefix("127.") && !$0.contains(":") }
            .flatMap { address in
                [
                    "    nsenter --net=\"/proc/$(cat /run/peer)/ns/net\" ip addr add \(address)/32 dev cable1",
                    "    ip route add \(address)/32 via 10.77.0.2",
                ]
            }
    }

    private var services: [String] {
        let lines = host.services.map { service in
            let run = "    \(Self.run(service.owner)) sallyport-probe"
            return switch service.kind {
            case .local(let place): "\(run) --serve-unix \(path(place)) &"
            case .orders(let place): "\(run) --serve-orders \(path(place)) &"
            case .abstract(let name): "\(run) --serve-unix \(Self.quoted("@" + name)) &"
            case .sharedMemory(let key): "\(run) shared-memory \(Self.quoted(key)) create >/dev/null"
            }
        }
        return lines + ["    served=\(lines.count { $0.hasSuffix("&") })"]
    }

    private static func run(_ actor: Actor) -> String {
        actor == .administrator ? "env" : "as \(account(actor))"
    }

    private static func account(_ actor: Actor) -> String {
        switch actor {
        case .administrator: "root"
        case .other: "bob"
        default: "alice"
        }
    }

    /// What attempts are made on, a copy to return to, and a wait until the services answer.
    private static let processes = [
        "    as alice sleep infinity &", "    user_process=$!", "    as bob sleep infinity &", "    other_process=$!",
        "    mkdir -p /run/host && cp -a /home/alice /home/bob /run/host/",
        "    find /run/host -type s -delete",
        "    local tries=0",
        "    until [ \"$(pgrep -cf 'sallyport-probe --serve-(unix|orders)')\" -ge \"$served\" ] || [ $((tries += 1)) -gt 500 ]; do sleep 0.01; done",
        "    sleep 0.1",
    ]

    /// The state of the sandbox itself stays unless a step has changed it, as do the sockets of services.
    private static let reset = """
        reset_host() {
            [ "$state_changed" = 0 ] || rm -rf /home/alice/.local
            state_changed=0
            [ -z "$frozen" ] || chattr -i "$frozen"
            frozen=
            find /home/alice /home/bob -mindepth 1 -maxdepth 1 ! -type s ! -name .local -exec rm -rf {} +
            cp -a /run/host/alice /run/host/bob /home/
            find /tmp /var/tmp /dev/shm /run/lock /srv /srv/* /var/spool /etc /usr/local /run/user-5001 -xdev -name 'probe-*' \\
                ! -name probe-kept ! -name 'probe-raise-*' -exec rm -rf {} + 2>/dev/null
            [ "$rules_removed" = 0 ] || install_sandbox
            rules_removed=0
        }
        """

    /// A word in single quotes.
    static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}

extension HostFile {
    /// Who makes it on Linux, where only root mounts.
    fileprivate var maker: Actor {
        if case .volume = kind { .administrator } else { owner }
    }
}
