internal import SandboxModel

/// What the caller remembers of setup; nothing here looks at accounts or rules.
extension SimulatedSandbox {
    /// The marker, when it is of this version and finished.
    var marker: SetupMarker? {
        (try? host.machine.readFile(host.installation.marker, by: host.user)).flatMap(SetupMarker.init(parsing:))
    }

    /// Whether marker and passwords' file are of this version.
    var isReady: Bool {
        guard marker != nil, let bytes = try? host.machine.readFile(host.installation.users, by: host.user) else {
            return false
        }
        return SandboxCredentials(parsing: bytes) != nil
    }

    /// Runs setup when the marker does not say that it was run for what the command needs.
    ///
    /// The online principal needs no rules, so its commands do not care what the offline one may reach.
    func prepare(_ plan: LaunchPlan) throws(SandboxFailure) {
        guard plan.level == .elevated else { return }
        let wanted =
            plan.principal == .offline
            ? OfflineSettings(environment: plan.environment) : marker?.offline ?? .none
        guard !isReady || marker?.offline != wanted else { return }
        do throws(SetupError) {
            try install(wanted, for: plan)
        } catch {
            throw SandboxFailure(.readiness, detail: error.description)
        }
    }
}
