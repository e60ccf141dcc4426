internal import SandboxModel
internal import WindowsSecurity

/// What a look at the machine shows of each effect.
extension SimulatedSetup {
    private static let hiddenUsers =
        #"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon\SpecialAccounts\UserList"#

    /// The key in which accounts are hidden from the logon screen.
    static var hiddenUsersKey: String { hiddenUsers }

    func state(of effect: Effect) -> EffectState {
        switch effect {
        case .lockDirectory(let directory): return state(of: directory)
        case .createGroup(let group): return host.sid(of: group) == nil ? .absent : .inForce
        case .createPrincipal(let principal): return state(of: principal)
        case .createRegistry: return stateOfCredentials()
        case .denyScheduledJobs(let scheduler):
            let holders = host.machine.accounts.rights[right(scheduler)] ?? []
            let missing = Principal.allCases.filter { host.sid(of: $0).map { !holders.contains($0) } ?? true }
            if missing.isEmpty { return .inForce }
            return missing.count == Principal.allCases.count
                ? .absent : .drifted("\(missing.map(\.accountName)) may be started by the scheduler")
        case .installFirewall: return stateOfFirewall()
        case .persistFirewall: return stateOfFilters()
        case .installRunner: return exists(host.runner(design)) ? .inForce : .absent
        case .addMember(let user, let group):
            guard let sid = host.machine.accounts.user(user.name)?.sid else { return .absent }
            return host.machine.accounts.group(group.groupName)?.members.contains(sid) == true ? .inForce : .absent
        case .reserveBlock: return exists(host.installation.capabilities) ? .inForce : .absent
        case .commitMarker:
            guard let bytes = read(host.installation.marker) else { return .absent }
            guard let marker = SetupMarker(parsing: bytes) else {
                return .drifted("the marker is of another version or unfinished")
            }
            return marker.offline == offline ? .inForce : .drifted("the marker is for other settings")
        }
    }

    /// The right that keeps a scheduler from starting a principal.
    func right(_ scheduler: JobScheduler) -> LogonRight {
        switch scheduler {
        case .cron: .denyBatch
        case .at: .denyService
        }
    }

    /// Reads a file without leaving a trace in the machine.
    func read(_ path: String) -> [UInt8]? {
        var probe = host.machine
        return try? probe.readFile(path, by: elevated)
    }

    private func state(of directory: SetupDirectory) -> EffectState {
        var probe = host.machine
        guard let present = try? probe.descriptor(of: host.installation.path(of: directory), by: elevated) else {
            return .absent
        }
        guard let group = host.sid(of: .users) else { return .drifted("the group its list names is gone") }
        let wanted = DirectoryLock.descriptor(of: directory, group: group, user: host.userSID, design.setup)
        guard present.control.contains(.daclProtected) == wanted.control.contains(.daclProtected) else {
            return .drifted("its list is protected from the directory above, or should be")
        }
        let explicit = present.dacl.list?.entries.filter { !$0.isInherited } ?? []
        return explicit == wanted.dacl.list?.entries ? .inForce : .drifted("its list has other entries")
    }

    private func state(of principal: Principal) -> EffectState {
        guard let account = host.machine.accounts.user(principal.accountName) else { return .absent }
        if account.isDisabled { return .drifted("the account is disabled") }
        if account.isLockedOut { return .drifted("the account is locked") }
        if account.isExpired || account.isPasswordExpired || account.mustChangePassword {
            return .drifted("the account or its password has expired")
        }
        let memberships = host.machine.accounts.memberships(of: account.sid)
        guard let group = host.sid(of: .users), memberships.contains(group) else {
            return .drifted("the account is not in \(SandboxGroup.users.groupName)")
        }
        guard memberships.contains(.users) else { return .drifted("the account is not in Users") }
        let hidden = host.machine.registry.keys[Self.hiddenUsers.lowercased()]?
            .values[account.name.lowercased()]?.content
        return hidden == .number(0) ? .inForce : .drifted("the account shows at the logon screen")
    }

    /// Passwords count only when they open, and open a logon session.
    private func stateOfCredentials() -> EffectState {
        guard let bytes = read(host.installation.users) else { return .absent }
        guard let credentials = SandboxCredentials(parsing: bytes) else {
            return .drifted("the file of the passwords cannot be read")
        }
        for principal in Principal.allCases {
            var probe = host.machine
            guard let blob = credentials.passwords[principal],
                let password = try? probe.unprotect(blob, by: elevated)
            else { return .drifted("the password of \(principal.accountName) cannot be opened") }
            do throws(CallError) {
                try probe.tryLogon(
                    principal.accountName, password: String(decoding: password, as: UTF8.self), type: .interactive)
            } catch {
                return .drifted("\(principal.accountName) cannot log on: \(error.code)")
            }
        }
        return .inForce
    }

    private func stateOfFirewall() -> EffectState {
        let firewall = host.machine.firewall
        let documented = FirewallStep.rules(after: firewallSteps)
        let present = documented.filter { rule in firewall.rules.contains { $0.name == rule.name } }
        guard !present.isEmpty else { return .absent }
        let unwanted = Set(FirewallRules.documented().map(\.name)).subtracting(documented.map(\.name))
        if let rule = firewall.rules.first(where: { unwanted.contains($0.name) }) {
            return .drifted("the rule \(rule.name) should not be there")
        }
        guard firewall.localRulesCount || !design.setup.checksFirewallPolicy else {
            return .drifted("the rules of the machine do not count")
        }
        guard firewall.isRunning else { return .drifted("the firewall does not run") }
        guard let sid = host.sid(of: Principal.offline) else { return .drifted("the account of the rules is gone") }
        for rule in documented {
            let wanted = try? SandboxFirewall.rule(rule, for: sid)
            guard firewall.rules.first(where: { $0.name == rule.name }) == wanted else {
                return .drifted("the rule \(rule.name) is not as it should be")
            }
        }
        return .inForce
    }

    private func stateOfFilters() -> EffectState {
        guard let sid = host.sid(of: Principal.offline) else { return .absent }
        let wanted = SandboxFirewall.filters(for: sid)
        let present = wanted.filter(host.machine.firewall.filters.contains)
        if present.isEmpty { return .absent }
        return present.count == wanted.count
            ? .inForce : .drifted("\(wanted.count - present.count) filters are missing")
    }
}
