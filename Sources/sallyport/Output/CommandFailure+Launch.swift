import Glibc
import LinuxPlatform
import SandboxModel

extension CommandFailure {
    /// The failure of a launch.
    init(_ error: LaunchError, level: SandboxLevel, command: CommandRequest) {
        let reason = error.systemError == 0 ? "" : ": \(SystemReason.text(error.systemError))"
        switch error.code {
        case .layer where error.layer == "command":
            self.init(of: command, "\(error.explanation)\(reason)", systemError: error.systemError, level: level)
        case .layer:
            self.init(
                Self.status(ofLayer: error.layer, systemError: error.systemError),
                "the sandbox was not built, and nothing was run: layer \(error.layer): \(error.explanation)\(reason)",
                remedy: Self.limitRemedy(error, level: level) ?? Self.remedy(forLayer: error.layer, level: level))
        case .runner where error.systemError == EACCES:
            self.init(.permission, "\(error.explanation)\(reason)", remedy: Self.sessionRemedy)
        case .runner where error.systemError == ENOENT:
            self.init(.unavailable, "\(error.explanation)\(reason)", remedy: Self.setupRemedy)
        case .runner:
            self.init(.software, "\(error.explanation)\(reason)")
        case .request:
            self.init(error.systemError == E2BIG ? .usage : .software, error.explanation)
        case .caller:
            let isSpace = [ENOSPC, EDQUOT].contains(error.systemError)
            let isPermission = [EACCES, EPERM, EROFS].contains(error.systemError)
            self.init(
                isSpace ? .creation : isPermission ? .permission : .system, "\(error.explanation)\(reason)")
        case .loss:
            self.init(
                .unavailable, "\(error.explanation)", remedy: "accept it by name: --accept-loss \(error.layer)")
        }
    }

    /// How to get an installation, or go without.
    static var setupRemedy: String {
        "ask an administrator for: \(installation)\n           or go without setup: sallyport run --level unelevated -- ..."
    }

    private static var installation: String {
        "sudo sallyport-setup install --for-user \(AccountName.current ?? "NAME")"
    }

    /// How to put back what somebody changed.
    static var repairRemedy: String { "ask an administrator for: sudo sallyport-setup repair" }

    /// How to get the launch group into a session that is older than the enrolment.
    static var sessionRemedy: String { "log in again, or open a shell with: \(SandboxGroup.launch.shellCommand)" }

    private static func status(ofLayer layer: String, systemError: Int32) -> ExitStatus {
        switch layer {
        case "registry": systemError == ENOENT ? .unavailable : .data
        case "authorization": .permission
        case "firewall", "canary", "write-gate", "system-calls": .unavailable
        case "request": .software
        default: .system
        }
    }

    /// What to do when the kernel gives no more namespaces; the runner names the limits that may be reached (namespaces(7)).
    private static func limitRemedy(_ error: LaunchError, level: SandboxLevel) -> String? {
        let limits = error.explanation.split(separator: " ").filter { $0.hasPrefix("user.max_") }
        guard error.systemError == ENOSPC, !limits.isEmpty else { return nil }
        let raise = limits.map { "\($0)=NUMBER" }.joined(separator: " ")
        return "end other runs, or ask an administrator to raise the limit: sudo sysctl \(raise)"
            + (level == .unelevated ? ",\n           or for: \(installation)" : "")
    }

    private static func remedy(forLayer layer: String, level: SandboxLevel) -> String? {
        switch layer {
        case "registry": repairRemedy
        case "authorization": setupRemedy
        case "firewall", "canary": repairRemedy
        case "namespaces" where level == .unelevated:
            "this machine may forbid user namespaces; ask an administrator for: \(installation)"
        case "write-gate": "the kernel must offer Landlock (Linux 5.13 or later, 'landlock' among the active LSMs)"
        case "protected-paths": "see what lies at the path, and whether another program is changing it"
        default: nil
        }
    }
}
