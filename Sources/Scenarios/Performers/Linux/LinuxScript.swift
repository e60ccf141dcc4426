internal import Foundation

/// The Bash script that builds a host on a private machine and performs trials there.
struct LinuxScript {
    let host: Host
    let confinement: LinuxConfinement
    private let places: Places

    init(host: Host, confinement: LinuxConfinement) throws {
        self.host = host
        self.confinement = confinement
        var places = host.places[.linux] ?? Places(system: .linux, values: [:])
        // Known when the script runs; `worker.sh` puts them in.
        places["pid-user"] = "@pid-user@"
        places["pid-other"] = "@pid-other@"
        for companion in Companion.allCases { places[companion.rawValue] = "@\(companion.rawValue)@" }
        self.places = places
    }

    /// The script for trials; what it prints is read by ``LinuxRecord``.
    func text(_ trials: [Trial]) throws -> String {
        var lines: [String] = []
        for (index, trial) in trials.enumerated() { lines += try self.lines(of: trial, index) }
        // Attempts may be about what setup made, whatever the column.
        let isInstalled = confinement != .unelevated || trials.contains { $0.mode == nil }
        let install = isInstalled ? "sallyport-setup install --for-user alice >/dev/null" : ":"
        return [
            "set -u", "install_sandbox() { \(install); }", "install_sandbox",
            LinuxHostScript(host: host, places: places).text,
            String(decoding: PackageResources.worker_sh, as: UTF8.self),
            "work <<'TRIALS'", lines.joined(separator: "\n"), "TRIALS",
        ].joined(separator: "\n") + "\n"
    }

    /// One line begins a trial, one stands for each run of steps by the same actor, one for the evidence.
    private func lines(of trial: Trial, _ index: Int) throws -> [String] {
        var places = places
        places["workspace"] = "$home/\(trial.scenario.workspace)"
        var lines = ["trial\t\(index)"]
        do {
            for verb in trial.scenario.attempts.map(\.verb) where verb.system == .windows {
                throw PlaceError(reason: "Linux has nothing that '\(verb.name)' could stand for")
            }
            if trial.scenario.policy.listsReads {
                throw PlaceError(reason: "'sallyport run' has no option that makes a list of what may be read")
            }
            if trial.scenario.policy.proxy != nil {
                throw PlaceError(reason: "'sallyport run' has no option that enforces a proxy")
            }
            for text in trial.scenario.policy.paths { _ = try places.resolve(text, asPath: true) }
            for companion in trial.scenario.companions {
                let (directory, prefix) = try sandbox(of: companion.actor, trial, places)
                lines.append(
                    ["companion", companion.rawValue, directory, prefix.joined(separator: " ")].joined(separator: "\t"))
            }
            let runs = trial.runs
            for (index, run) in runs.enumerated() {
                let ending = index == runs.count - 1 ? trial.scenario.ending : .byItself
                let kind = ending == .byItself ? "steps" : ending.rawValue
                lines.append(try line(kind, run.actor, run.attempts, trial, places))
            }
            if let evidence = trial.scenario.evidence {
                lines.append(try line("evidence", evidence.actor, [evidence], trial, places))
            }
        } catch let error as PlaceError {
            lines = [lines[0], "unknown\t\(error.reason)"]
        }
        return lines
    }

    private func line(
        _ kind: String, _ actor: Actor, _ attempts: [Attempt], _ trial: Trial, _ places: Places
    ) throws -> String {
        let (workspace, sandbox) = try sandbox(of: actor, trial, places)
        let user =
            switch actor {
            case .sandbox, .attended, .grandchild, .second, .earlier, .tools, .user: "alice"
            case .other: "bob"
            case .administrator: "root"
            }
        var prefix: [String] = []
        if actor.isSandboxed {
            prefix = sandbox
            // Each runs the next as its child.
            if actor == .grandchild { prefix += ["timeout", "20", "timeout", "20"] }
        } else if actor == .user, trial.mode == .fullAccess, confinement.platform != nil {
            prefix = confinement.prefix(.fullAccess, workspace, PolicyAdditions())
        }
        if let place = trial.scenario.policy.forActor(actor).temporary {
            prefix.insert(contentsOf: ["env", "TMPDIR=\(try places.resolve(place, asPath: true))"], at: 0)
        }
        let texts = try attempts.map { attempt in
            try Self.words(of: attempt.verb, try attempt.resolved(in: places)).map(Self.escaped).joined(separator: " ")
        }
        return [
            kind, user, user == "alice" ? workspace : "/", prefix.joined(separator: " "), texts.joined(separator: "; "),
        ]
        .joined(separator: "\t")
    }

    /// Where somebody's command starts, and what stands before it when it is a sandboxed one.
    private func sandbox(
        of actor: Actor, _ trial: Trial, _ places: Places
    ) throws -> (directory: String, prefix: [String]) {
        let path = { (text: String) in try places.resolve(text, asPath: true) }
        let policy = trial.scenario.policy.forActor(actor)
        let workspace = actor == .second ? "$home/second" : policy.workspace ?? "$home/\(trial.scenario.workspace)"
        let directory = try path(workspace)
        guard let mode = trial.mode else { return (directory, []) }
        var additions = PolicyAdditions()
        additions.writableRoots = try policy.writableRoots.map(path)
        additions.readOnly = try policy.readOnly.map(path)
        additions.denyRead = try policy.denyRead.map(path)
        return (directory, confinement.prefix(mode, directory, additions))
    }

    /// What the probe calls an attempt; what only an administrator does is done by the system's own programs.
    private static func words(of verb: Verb, _ arguments: [String]) throws(PlaceError) -> [String] {
        switch verb.name {
        case "remove-firewall-rules": return ["execute", "/usr/sbin/nft", "flush", "ruleset"]
        case "freeze": return ["execute", "/usr/bin/chattr", "+i"] + arguments
        case "undo-setup": return ["execute", "/usr/local/bin/sallyport-setup", "uninstall"]
        case "change-account":
            guard let program = accountChanges[arguments[1]] else {
                throw PlaceError(reason: "Linux has nothing that '\(arguments[1])' could stand for")
            }
            return ["execute"] + program + [arguments[0]]
        default: return [verb.name] + arguments
        }
    }

    /// The programs with their options that change an account; usermod(8), chage(1).
    private static let accountChanges = [
        "password": ["/usr/sbin/usermod", "--password", "x"],
        "expired-password": ["/usr/bin/chage", "--lastday", "0"],
        "old-password": ["/usr/bin/chage", "--lastday", "1", "--maxdays", "1"],
        "disabled": ["/usr/sbin/usermod", "--lock", "--expiredate", "1"],
    ]

    /// A field as the probe reads it.
    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            byte <= 0x20 || byte == UInt8(ascii: "%") || byte == UInt8(ascii: ";") || byte >= 0x7F
                ? String(format: "%%%02X", byte) : String(UnicodeScalar(byte))
        }.joined()
    }
}
