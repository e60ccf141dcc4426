internal import WindowsSecurity

/// `net`.
extension Program {
    private static let rule = String(repeating: "-", count: 79)
    private static let success = "The command completed successfully."

    static func net(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        let operands = run.arguments.filter { !$0.hasPrefix("/") }
        let options = run.arguments.filter { $0.hasPrefix("/") }
        do throws(CallError) {
            switch operands.first?.lowercased() {
            case "user", "users": try user(Array(operands.dropFirst()), options, &machine, &run)
            case "localgroup": try localGroup(Array(operands.dropFirst()), options, &machine, &run)
            default:
                run.fail(
                    "The syntax of this command is:\r\n\r\nNET [ LOCALGROUP | USER ]", 1)
            }
        } catch {
            let kind = error.code.rawValue >= 2100 && error.code.rawValue < 3000 ? "" : "System error "
            run.fail(
                kind.isEmpty
                    ? error.code.message
                    : "\(kind)\(error.code.rawValue) has occurred.\r\n\r\n\(error.code.message)",
                Int32(bitPattern: error.code.rawValue))
        }
    }

    private static func heading(_ title: String, _ machine: SimulatedMachine, _ run: inout ProgramRun) {
        run.print()
        run.print("\(title) for \\\\\(machine.name)")
        run.print()
        run.print(rule)
    }

    private static func columns(_ names: [String], _ run: inout ProgramRun) {
        for start in stride(from: 0, to: names.count, by: 3) {
            run.print(names[start..<min(start + 3, names.count)].map { Text.left($0, 24) }.joined(separator: " "))
        }
    }

    private static func user(
        _ operands: [String], _ options: [String], _ machine: inout SimulatedMachine, _ run: inout ProgramRun
    ) throws(CallError) {
        guard let name = operands.first else {
            heading("User accounts", machine, &run)
            columns(machine.accounts.users.map(\.name).sorted { $0.lowercased() < $1.lowercased() }, &run)
            return run.print(success)
        }
        let flags = options.map { $0.lowercased() }
        if flags.contains("/add") {
            let sid = try machine.addUser(name, password: operands.count > 1 ? operands[1] : "", by: run.process)
            try machine.setMembership(true, of: sid, in: "Users", by: run.process)
        } else if flags.contains("/delete") {
            try machine.removeUser(name, by: run.process)
        } else if let active = flags.first(where: { $0.hasPrefix("/active:") }) {
            try machine.changeUser(name, .disabled(active == "/active:no"), by: run.process)
        } else if operands.count > 1 {
            try machine.changeUser(name, .password(operands[1]), by: run.process)
        } else {
            guard let user = machine.accounts.user(name) else { throw CallError(.userNotFound, "NetUserGetInfo", name) }
            show(user, machine, &run)
        }
        run.print(success)
    }

    private static func show(_ user: Account, _ machine: SimulatedMachine, _ run: inout ProgramRun) {
        let expires = user.isExpired ? "Expired" : "Never"
        let groups = machine.accounts.groups.filter { $0.members.contains(user.sid) }.map { "*" + $0.name }
        let rows = [
            ("User name", user.name), ("Account active", user.isDisabled ? "No" : user.isLockedOut ? "Locked" : "Yes"),
            ("Account expires", expires), ("Password expires", user.isPasswordExpired ? "Expired" : "Never"),
            ("User must change password", user.mustChangePassword ? "Yes" : "No"),
            ("Local Group Memberships", groups.joined(separator: " ")),
        ]
        for (title, value) in rows { run.print(Text.left(title, 29) + value) }
    }

    private static func localGroup(
        _ operands: [String], _ options: [String], _ machine: inout SimulatedMachine, _ run: inout ProgramRun
    ) throws(CallError) {
        guard let name = operands.first else {
            heading("Aliases", machine, &run)
            for group in machine.accounts.groups.map(\.name).sorted() { run.print("*" + group) }
            return run.print(success)
        }
        let adds = options.contains { $0.lowercased() == "/add" }
        if adds || options.contains(where: { $0.lowercased() == "/delete" }) {
            if operands.count == 1 {
                let comment = options.first { $0.lowercased().hasPrefix("/comment:") }.map { String($0.dropFirst(9)) }
                if adds {
                    try machine.addGroup(name, comment: comment ?? "", by: run.process)
                } else {
                    try machine.removeGroup(name, by: run.process)
                }
            }
            for member in operands.dropFirst() {
                let sid: SID
                do throws(Win32Error) { sid = try machine.account(member) } catch {
                    throw CallError(error, "NetLocalGroupAddMembers", member)
                }
                try machine.setMembership(adds, of: sid, in: name, by: run.process)
            }
            return run.print(success)
        }
        guard let group = machine.accounts.group(name) else {
            throw CallError(.noSuchGroup, "NetLocalGroupGetInfo", name)
        }
        run.print("Alias name     \(group.name)")
        run.print("Comment        \(group.comment)")
        run.print()
        run.print("Members")
        run.print()
        run.print(rule)
        for member in group.members.sorted() {
            run.print(machine.accounts.users.first { $0.sid == member }?.name ?? machine.accountName(member))
        }
        run.print(success)
    }
}
