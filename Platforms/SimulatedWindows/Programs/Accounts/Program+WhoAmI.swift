internal import WindowsSecurity

/// `whoami`.
extension Program {
    static func whoAmI(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        guard let token = machine.processes[run.process]?.token else { return }
        let name = machine.accountName(token.user.sid).lowercased()
        let sections = ["/user", "/groups", "/priv", "/all", "/logonid"]
        let wanted = run.arguments.map { $0.lowercased() }
        if let unknown = wanted.first(where: { !sections.contains($0) }) {
            run.fail("ERROR: Invalid argument/option - '\(unknown)'.\r\nType \"WHOAMI /?\" for usage.", 1)
            return
        }
        guard let first = wanted.first else { return run.print(name) }
        if first == "/logonid" { return run.print(token.logonSID?.description ?? "") }
        let isAll = wanted.contains("/all")
        if isAll || wanted.contains("/user") {
            section("USER INFORMATION", ["User Name", "SID"], [[name, token.user.sid.description]], &run)
        }
        if isAll || wanted.contains("/groups") { groups(token, machine, isAll: isAll, &run) }
        if isAll || wanted.contains("/priv") {
            section(
                "PRIVILEGES INFORMATION", ["Privilege Name", "State"],
                token.privileges.privileges.map { [$0.name, token.holds($0) ? "Enabled" : "Disabled"] }, &run)
        }
    }

    private static func section(_ title: String, _ names: [String], _ rows: [[String]], _ run: inout ProgramRun) {
        run.print()
        run.print(title)
        run.print(String(repeating: "-", count: title.count))
        run.print()
        for line in Text.table(names, rows) { run.print(line) }
    }

    /// The groups; and with `/all` the restricting SIDs too, which Windows' own does not show.
    private static func groups(
        _ token: AccessToken, _ machine: SimulatedMachine, isAll: Bool, _ run: inout ProgramRun
    ) {
        let label = token.integrityLevel.sid
        var rows = token.groups.map { group in
            [machine.accountName(group.sid), kind(group.sid), group.sid.description, attributes(group)]
        }
        rows.append([machine.accountName(label), "Label", label.description, ""])
        section("GROUP INFORMATION", ["Group Name", "Type", "SID", "Attributes"], rows, &run)
        guard isAll, let restricting = token.restrictingSIDs else { return }
        section(
            "RESTRICTING SID INFORMATION\(token.isWriteRestricted ? " (FOR WRITES)" : "")", ["Name", "SID"],
            restricting.map { [machine.accountName($0.sid), $0.sid.description] }, &run)
    }

    private static func kind(_ sid: SID) -> String {
        sid.identifierAuthority == 5 && [21, 32].contains(sid.subAuthority(0)) ? "Alias" : "Well-known group"
    }

    private static func attributes(_ group: TokenGroup) -> String {
        if group.isDenyOnly { return "Group used for deny only" }
        var names: [String] = []
        if group.attributes.contains(.mandatory) { names.append("Mandatory group") }
        if group.attributes.contains(.enabledByDefault) { names.append("Enabled by default") }
        if group.isEnabled { names.append("Enabled group") }
        if group.attributes.contains(.owner) { names.append("Group owner") }
        if group.attributes.contains(.logonSession) { names.append("Logon ID") }
        return names.joined(separator: ", ")
    }
}
