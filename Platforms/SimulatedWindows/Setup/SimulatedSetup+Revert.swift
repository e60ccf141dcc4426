public import SandboxModel
internal import WindowsSecurity

extension SimulatedSetup {
    /// Puts back what was there before; each step may be repeated.
    ///
    /// - Parameters:
    ///   - effect: what to revert.
    ///   - image: the before-image that was recorded first; never `.existing`.
    /// - Throws: `.notPermitted` with the step that the process may not do, `.systemCall` with what came back of another.
    public func revert(_ effect: Effect, to image: BeforeImage) throws(SetupError) {
        switch effect {
        case .lockDirectory(let directory): try unlock(directory, to: image)
        case .createGroup(let group):
            guard host.sid(of: group) != nil else { return }
            try act("remove the group", group.groupName) { machine, process throws(CallError) in
                try machine.removeGroup(group.groupName, by: process)
            }
        case .createPrincipal(let principal): try remove(principal)
        case .createRegistry: try delete(host.installation.users)
        case .denyScheduledJobs(let scheduler):
            for principal in Principal.allCases {
                guard let sid = host.sid(of: principal) else { continue }
                try act("allow scheduled jobs to", principal.accountName) { machine, process throws(CallError) in
                    try machine.setRight(right(scheduler), false, for: sid, by: process)
                }
            }
        case .installFirewall:
            for rule in FirewallRules.documented().reversed() {
                try act("remove the firewall rule", rule.name) { machine, process throws(CallError) in
                    try machine.removeFirewallRule(rule.name, by: process)
                }
            }
        case .persistFirewall:
            let names = Set(SandboxFirewall.filters(for: .null).map(\.name))
            try act("remove the filters of", Principal.offline.accountName) { machine, process throws(CallError) in
                try machine.removePacketFilters(names, by: process)
            }
        case .installRunner:
            try delete(host.runner(design))
            try deleteIfEmpty(host.installation.programs)
        case .addMember(let user, let group):
            guard let sid = host.machine.accounts.user(user.name)?.sid,
                host.machine.accounts.group(group.groupName)?.members.contains(sid) == true
            else { return }
            try act("remove from the group", group.groupName) { machine, process throws(CallError) in
                try machine.setMembership(false, of: sid, in: group.groupName, by: process)
            }
        case .reserveBlock: try delete(host.installation.capabilities)
        case .commitMarker: try delete(host.installation.marker)
        }
    }

    private func delete(_ path: String) throws(SetupError) {
        do throws(CallError) {
            try host.machine.delete(path, by: elevated)
        } catch {
            guard error.code != .fileNotFound, error.code != .pathNotFound else { return }
            throw SetupError(.systemCall, action: "delete", subject: path, detail: error.description)
        }
    }

    private func unlock(_ directory: SetupDirectory, to image: BeforeImage) throws(SetupError) {
        let path = host.installation.path(of: directory)
        guard case .content(let bytes) = image else {
            if directory == .configuration {
                try delete(host.installation.users)
                try delete(host.installation.secrets)
            }
            return try deleteIfEmpty(path)
        }
        guard var former = try? SecurityDescriptor(binary: bytes) else {
            throw SetupError(.corruptImage, action: "read", subject: "the former list of \(path)")
        }
        let explicit = former.dacl.list?.entries.filter { !$0.isInherited } ?? []
        former.dacl = .list(ACL(explicit))
        let inherits = !former.control.contains(.daclProtected)
        _ = try act("unlock", path) { machine, process throws(CallError) in
            try machine.setList(of: path, to: former, inherits: inherits, by: process)
        }
    }

    /// Removes a directory that setup made, unless somebody has put something into it.
    private func deleteIfEmpty(_ path: String) throws(SetupError) {
        do throws(CallError) {
            try host.machine.delete(path, by: elevated)
        } catch {
            guard ![.fileNotFound, .pathNotFound, .directoryNotEmpty].contains(error.code) else { return }
            throw SetupError(.systemCall, action: "delete", subject: path, detail: error.description)
        }
    }

    private func remove(_ principal: Principal) throws(SetupError) {
        let name = principal.accountName
        guard let sid = host.sid(of: principal) else { return }
        // Processes of other accounts can be ended by whoever may debug them.
        try act("end the processes of", name) { machine, process throws(CallError) in
            try machine.enablePrivileges(PrivilegeSet([.debug]), by: process)
        }
        let running = host.machine.processes.values.filter { $0.isRunning && $0.token.user.sid == sid }
        for process in running.map(\.identifier).sorted() {
            // One may have taken others along.
            guard host.machine.processes[process]?.isRunning == true else { continue }
            try act("end process \(process.rawValue) of", name) { machine, caller throws(CallError) in
                try machine.terminate(process, by: caller)
            }
        }
        try act("remove the account", name) { machine, process throws(CallError) in
            try machine.removeUser(name, by: process)
        }
        try act("forget the hidden account", name) { machine, process throws(CallError) in
            guard machine.registry.keys[Self.hiddenUsersKey.lowercased()]?.values[name.lowercased()] != nil else {
                return
            }
            try machine.deleteValue(name, in: Self.hiddenUsersKey, by: process)
        }
    }
}
