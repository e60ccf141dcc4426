internal import SimulatedWindows
internal import WindowsSecurity

/// Verbs about files.
extension SimulatedCall {
    static let fileActions: [String: Action] = [
        "read": { call, words throws(CallError) in _ = try call.host.machine.readFile(words[0], by: call.process) },
        "list": { call, words throws(CallError) in _ = try call.host.machine.list(words[0], by: call.process) },
        "status": { call, words throws(CallError) in
            try call.touch(words[0], [.fileReadAttributes, .synchronize])
        },
        "open": { call, words throws(CallError) in try call.touch(words[0], [.genericRead, .genericWrite]) },
        "create": { call, words throws(CallError) in
            try call.touch(words[0], .genericWrite, .createNew, writes: "new")
        },
        "create-in": { call, words throws(CallError) in
            let start = ProcessStart(image: "cmd.exe", commandLine: "cmd", workingDirectory: words[0])
            let child = try call.host.machine.createProcess(start, by: call.process)
            try call.made(by: child).touch(words[1], .genericWrite, .createNew, writes: "new")
        },
        "overwrite": { call, words throws(CallError) in
            try call.touch(words[0], .genericWrite, .truncateExisting, writes: words.count > 1 ? words[1] : "new")
        },
        "append": { call, words throws(CallError) in
            try call.touch(words[0], [.fileAppendData, .synchronize], writes: "more")
        },
        "truncate": { call, words throws(CallError) in try call.touch(words[0], .genericWrite, .truncateExisting) },
        // The simulated disk has no end, so that the size does not matter.
        "fill": { call, words throws(CallError) in
            try call.touch(words[0], .genericWrite, .createNew, writes: "large")
            try call.host.machine.delete(words[0], by: call.process)
        },
        "xattr": { call, words throws(CallError) in
            try call.touch(words[0], [.fileWriteExtendedAttributes, .synchronize])
        },
        "utimes": { call, words throws(CallError) in try call.touch(words[0], [.fileWriteAttributes, .synchronize]) },
        "rename": { call, words throws(CallError) in
            try call.host.machine.rename(words[0], to: words[1], replaces: true, by: call.process)
        },
        // No call exchanges names; whoever wants it makes three moves.
        "exchange": { call, words throws(CallError) in try call.exchange(words[0], words[1]) },
        "delete": { call, words throws(CallError) in try call.host.machine.delete(words[0], by: call.process) },
        "mkdir": { call, words throws(CallError) in try call.host.machine.makeDirectory(words[0], by: call.process) },
        "rmdir": { call, words throws(CallError) in try call.host.machine.delete(words[0], by: call.process) },
        "hardlink": { call, words throws(CallError) in
            try call.host.machine.makeHardLink(words[1], to: words[0], by: call.process)
        },
        "symlink": { call, words throws(CallError) in
            try call.host.machine.makeLink(
                words[1], to: .symbolicLink(words[0]), isDirectory: false, by: call.process)
        },
        "junction": { call, words throws(CallError) in
            try call.host.machine.makeLink(words[1], to: .junction(words[0]), isDirectory: true, by: call.process)
        },
        "temporary-link": { call, words throws(CallError) in
            let name = words[0] + #"\probe-temporary"#
            let handle = try call.host.machine.open(
                OpenRequest(
                    name, access: [.genericWrite, .delete], disposition: .createNew, options: .deleteOnClose),
                by: call.process)
            try call.host.machine.makeHardLink(words[1], to: name, by: call.process)
            try call.host.machine.close(handle, by: call.process)
        },
        // `OpenFileById` asks the file as any other way to it does.
        "open-by-handle": { call, words throws(CallError) in try call.touch(words[0], .genericRead) },
        "race": { call, words throws(CallError) in try call.race(words[0], words[1], count: Int(words[2]) ?? 1) },
    ]

    /// The same attempts by another process.
    func made(by process: ProcessIdentifier) -> SimulatedCall {
        SimulatedCall(
            host: host, process: process, places: places, people: people, inherited: inherited, design: design,
            proxy: proxy, startNext: startNext)
    }

    /// Opens a file with rights, writes when something is to be written, and closes it.
    func touch(
        _ path: String, _ access: AccessMask, _ disposition: OpenRequest.Disposition = .openExisting,
        writes text: String? = nil
    ) throws(CallError) {
        let handle = try host.machine.open(
            OpenRequest(path, access: access, disposition: disposition, options: .backupSemantics), by: process)
        if let text { try host.machine.write(Array(text.utf8), to: handle, by: process) }
        try host.machine.close(handle, by: process)
    }

    private func exchange(_ one: String, _ other: String) throws(CallError) {
        let aside = one + "-probe"
        try host.machine.rename(one, to: aside, by: process)
        try host.machine.rename(other, to: one, by: process)
        try host.machine.rename(aside, to: other, by: process)
    }

    /// Writes through a name while it is exchanged with another; the machine is deterministic, so that every order comes up in a
    /// few tries, after which both have their first names again.
    private func race(_ name: String, _ decoy: String, count: Int) throws(CallError) {
        let path = name + #"\probe"#
        var hits = 0
        for _ in 0..<(2 * min(count, 4)) {
            if (try? touch(path, .genericWrite, .createAlways, writes: "probe")) != nil { hits += 1 }
            try? exchange(name, decoy)
        }
        if hits == 0 { try touch(path, .genericWrite, .createAlways, writes: "probe") }
    }
}
