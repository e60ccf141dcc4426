import Glibc
import JSON
import LinuxPlatform
import SandboxModel

/// What a look at the machine and the ledger shows now.
struct SandboxStatus {
    /// The registry.
    let registry: InstalledRegistry.Finding
    /// The runner, as it lies there.
    let runner: InstalledRunner.Finding
    /// The kernel's version of Landlock, 0 without it.
    let landlockVersion: Int
    /// The ledger.
    let ledger: GrantLedger

    /// Looks.
    init() throws(CommandFailure) {
        registry = InstalledRegistry.read()
        runner = InstalledRunner.look()
        landlockVersion = CallerSession.landlockVersion
        ledger = try RevokedGrants.read(try RunLedger().store)
    }

    private var installation: (String, Registry?) {
        switch registry {
        case .found(let registry): ("installed", registry)
        case .missing: ("not installed", nil)
        case .unreadable(let reason): ("unreadable: \(SystemReason.text(reason))", nil)
        case .untrusted: ("not to be trusted: others than root may write it", nil)
        case .corrupt(let error): ("corrupt: \(error.explanation) at byte \(error.offset)", nil)
        }
    }

    private var facts: [(String, String, JSONValue)] {
        let (word, registry) = installation
        let block = registry?.block(of: getuid())
        let isMember = registry.map { CallerSession.belongs(to: $0.launch.identifier) } ?? false
        return [
            ("registry", "\(InstallationPaths.registry): \(word)", .string(word)),
            ("runner", "\(InstallationPaths.commandRunner): \(runner.rawValue)", .string(runner.rawValue)),
            (
                "enrolled", block.map { "yes, group ids \($0.first) to \($0.first + $0.count - 1)" } ?? "no",
                .bool(block != nil)
            ),
            ("session", isMember ? "may launch" : "not in the launch group", .bool(isMember)),
            (
                "noNewPrivileges", CallerSession.hasNoNewPrivileges ? "yes: only --level unelevated works" : "no",
                .bool(CallerSession.hasNoNewPrivileges)
            ),
            ("firewall", "looked at and tried at every launch", .string("verified at launch")),
            ("landlock", landlockVersion > 0 ? "version \(landlockVersion)" : "missing", .integer(landlockVersion)),
        ]
    }

    /// The status for people.
    var text: String {
        var lines = facts.map { name, text, _ in "\(name): \(text)" }
        lines += ledger.roots.sorted { $0.key < $1.key }.map { root, assignment in
            "writable: \(root)  \(assignment.sid) as group \(assignment.group)"
        }
        lines += ledger.readable.sorted().map { "readable: \($0)" }
        lines += ledger.traversed.sorted().map { "passable: \($0)" }
        lines += ledger.former.map { "to be revoked: \($0.root), group \($0.group)" }.sorted()
        return lines.joined(separator: "\n") + "\n"
    }

    /// The status for programs.
    var json: JSONValue {
        let workspaces = ledger.roots.sorted { $0.key < $1.key }.map { root, assignment in
            JSONValue.object([
                "root": .string(root.text), "sid": .string("\(assignment.sid)"),
                "group": .integer(Int(assignment.group)),
            ])
        }
        return .object(
            facts.map { name, _, value in .init(name: name, value: value) } + [
                .init(name: "workspaces", value: .array(workspaces)),
                .init(name: "readable", value: .array(ledger.readable.sorted().map { .string($0.text) })),
                .init(name: "passable", value: .array(ledger.traversed.sorted().map { .string($0.text) })),
            ])
    }
}
