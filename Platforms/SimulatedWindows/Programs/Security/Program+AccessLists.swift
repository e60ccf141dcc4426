internal import WindowsSecurity

/// `icacls`.
extension Program {
    /// One thing that `icacls` is to do with every file.
    private enum ListAction {
        /// Print the list.
        case show
        /// `/grant`, `/deny`: edit entries.
        case edit([ExplicitAccess])
        /// `/remove`: take the entries of these away, of one kind or both.
        case remove([SID], allows: Bool, denies: Bool)
        /// `/inheritance`: inherit, copy what was inherited, or drop it.
        case inheritance(String)
        /// `/reset`: inherit everything and have no entries of its own.
        case reset
        /// `/setowner`.
        case owner(SID)
        /// `/setintegritylevel`.
        case level(IntegrityLevel)
    }

    static func accessLists(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        guard let path = run.arguments.first, !path.hasPrefix("/") else {
            return run.fail("Invalid parameter \"\(run.arguments.first ?? "")\"", 87)
        }
        let actions: [ListAction]
        do throws(Win32Error) {
            actions = try listActions(Array(run.arguments.dropFirst()), machine)
        } catch {
            guard error == .noneMapped else { return run.fail("Invalid parameter", 87) }
            return run.fail(error.message, 1332)
        }
        let paths = try machine.matches(path, by: run.process)
        let goesDown = has("/t", run)
        let isQuiet = has("/q", run)
        var (done, failed) = (0, 0)
        for path in paths.flatMap({ goesDown ? machine.descendants(of: $0) : [$0] }) {
            do throws(CallError) {
                for action in actions {
                    try apply(action, to: path, &machine, &run)
                }
                if case .show = actions[0] {} else if !isQuiet { run.print("processed file: \(path)") }
                done += 1
            } catch {
                failed += 1
                run.fail("\(path): \(error.code.message)", Int32(bitPattern: error.code.rawValue))
                guard has("/c", run) else { break }
            }
        }
        run.print("Successfully processed \(done) files; Failed processing \(failed) files")
    }

    private static func listActions(
        _ words: [String], _ machine: SimulatedMachine
    ) throws(Win32Error) -> [ListAction] {
        var actions: [ListAction] = []
        var index = 0
        func operands() -> [String] {
            var found: [String] = []
            while index < words.count, !words[index].hasPrefix("/") {
                found.append(words[index])
                index += 1
            }
            return found
        }
        while index < words.count {
            let option = words[index].lowercased()
            index += 1
            switch option {
            case "/grant", "/grant:r":
                actions.append(.edit(try wishes(operands(), option == "/grant" ? .grant : .set, machine)))
            case "/deny": actions.append(.edit(try wishes(operands(), .deny, machine)))
            case "/remove", "/remove:g", "/remove:d":
                var sids: [SID] = []
                for name in operands() { sids.append(try machine.account(name)) }
                guard !sids.isEmpty else { throw .invalidParameter }
                actions.append(.remove(sids, allows: option != "/remove:d", denies: option != "/remove:g"))
            case "/inheritance:e", "/inheritance:d", "/inheritance:r":
                actions.append(.inheritance(String(option.suffix(1))))
            case "/reset": actions.append(.reset)
            case "/setowner":
                guard let name = operands().first else { throw .invalidParameter }
                actions.append(.owner(try machine.account(name)))
            case "/setintegritylevel":
                let level = operands().first?.lowercased().split(separator: ")").last.map(String.init)
                let levels: [String: IntegrityLevel] = [
                    "l": .low, "low": .low, "m": .medium, "medium": .medium, "h": .high, "high": .high,
                ]
                guard let level, let found = levels[level] else { throw .invalidParameter }
                actions.append(.level(found))
            case "/t", "/c", "/q", "/l": break
            default: throw .invalidParameter
            }
        }
        return actions.isEmpty ? [.show] : actions
    }

    private static func wishes(
        _ words: [String], _ mode: ExplicitAccess.Mode, _ machine: SimulatedMachine
    ) throws(Win32Error) -> [ExplicitAccess] {
        var wishes: [ExplicitAccess] = []
        for word in words {
            guard let colon = word.lastIndex(of: ":") else { throw .invalidParameter }
            guard let (mask, flags) = FileRights.parse(String(word[word.index(after: colon)...])) else {
                throw .invalidParameter
            }
            wishes.append(
                ExplicitAccess(
                    mode, trustee: try machine.account(String(word[..<colon])), mask: mask, inheritance: flags))
        }
        guard !wishes.isEmpty else { throw .invalidParameter }
        return wishes
    }

    private static func apply(
        _ action: ListAction, to path: String, _ machine: inout SimulatedMachine, _ run: inout ProgramRun
    ) throws(CallError) {
        switch action {
        case .show: try show(path, &machine, &run)
        case .edit(let wishes): try machine.edit(path, wishes, by: run.process)
        case .remove(let sids, let allows, let denies):
            var descriptor = try machine.descriptor(of: path, by: run.process)
            var list = descriptor.dacl.list ?? []
            list.entries.removeAll { entry in
                !entry.isInherited && sids.contains(entry.trustee)
                    && (entry.type.isAllow && allows || entry.type.isDeny && denies)
            }
            descriptor.dacl = .list(list)
            try machine.setList(of: path, to: descriptor, by: run.process)
        case .inheritance(let letter): try inherit(letter, path, &machine, run.process)
        case .reset:
            try machine.setList(of: path, to: SecurityDescriptor(dacl: .list([])), inherits: true, by: run.process)
        case .owner(let sid): try machine.setOwner(sid, of: path, by: run.process)
        case .level(let level): try machine.setLabel(level, of: path, by: run.process)
        }
    }

    /// `e` lets the file inherit, `d` keeps what it inherited as its own, `r` gives that up.
    private static func inherit(
        _ letter: String, _ path: String, _ machine: inout SimulatedMachine, _ process: ProcessIdentifier
    ) throws(CallError) {
        var descriptor = try machine.descriptor(of: path, by: process)
        var list = descriptor.dacl.list ?? []
        if letter == "d" {
            for index in list.entries.indices { list.entries[index].flags.remove(.inherited) }
        } else {
            list.entries.removeAll(where: \.isInherited)
        }
        descriptor.dacl = .list(list)
        if letter == "e" {
            descriptor.control.remove(.daclProtected)
        } else {
            descriptor.control.insert(.daclProtected)
        }
        try machine.setList(of: path, to: descriptor, inherits: letter == "e", by: process)
    }

    private static func show(
        _ path: String, _ machine: inout SimulatedMachine, _ run: inout ProgramRun
    ) throws(CallError) {
        let descriptor = try machine.descriptor(of: path, by: run.process)
        var lines = (descriptor.dacl.list?.entries ?? []).map { entry in
            var flags = ""
            if entry.isInherited { flags += "(I)" }
            if entry.flags.contains(.objectInherit) { flags += "(OI)" }
            if entry.flags.contains(.containerInherit) { flags += "(CI)" }
            if entry.isInheritOnly { flags += "(IO)" }
            if entry.flags.contains(.noPropagate) { flags += "(NP)" }
            let kind = entry.type.isDeny ? "(DENY)" : ""
            return "\(machine.accountName(entry.trustee)):\(flags)\(kind)(\(FileRights.text(entry.mask)))"
        }
        if let label = descriptor.mandatoryLabel {
            lines.append(
                "Mandatory Label\\\(machine.accountName(label.trustee).split(separator: "\\").last ?? ""):(NW)")
        }
        if descriptor.dacl.list == nil { lines.insert("Everyone:(F)", at: 0) }
        let indent = String(repeating: " ", count: path.count + 1)
        for (index, line) in lines.enumerated() { run.print((index == 0 ? path + " " : indent) + line) }
        if lines.isEmpty { run.print(path) }
        run.print()
    }
}

extension SimulatedMachine {
    /// The name of an account as Windows shows it, or the SID.
    func accountName(_ sid: SID) -> String { accounts.name(of: sid, computer: name) ?? sid.description }

    /// The SID of an account that a person names: with or without its authority, or as `*S-1-…`; Windows: `LookupAccountNameW`.
    ///
    /// - Parameter text: the name.
    /// - Returns: its SID.
    /// - Throws: `ERROR_NONE_MAPPED`.
    func account(_ text: String) throws(Win32Error) -> SID {
        if text.hasPrefix("*") {
            guard let sid = SID(String(text.dropFirst())) else { throw .noneMapped }
            return sid
        }
        if let sid = SID(text) { return sid }
        let plain = text.split(separator: "\\").last.map(String.init) ?? text
        if let user = accounts.user(plain) { return user.sid }
        if let group = accounts.group(plain) { return group.sid }
        guard let sid = SID(accountName: text) ?? SID(accountName: plain) else { throw .noneMapped }
        return sid
    }

    /// A path and everything below it, links not followed.
    func descendants(of path: String) -> [String] {
        guard let parsed = try? FilePath(path),
            let file = try? locate(parsed, followsLast: true, collectsWay: false).file
        else { return [path] }
        var found = [path]
        guard files[file].isDirectory else { return found }
        for entry in files.entries(of: file) {
            let inner = path + (path.hasSuffix("\\") ? "" : "\\") + entry.name.text
            let descends = files[entry.file].isDirectory && !files[entry.file].attributes.contains(.reparsePoint)
            found += descends ? descendants(of: inner) : [inner]
        }
        return found
    }
}
