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
        "open": { call, words throws(CallError) in try call.touch(words[0], .genericWrite) },
        "create": { call, words throws(CallError) in
            try call.touch(words[0], .genericWrite, .createNew, writes: "new")
        },
        "overwrite": { call, words throws(CallError) in
            try call.touch(words[0], .genericWrite, .createAlways, writes: words.count > 1 ? words[1] : "new")
        },
        "append": { call, words throws(CallError) in
            try call.touch(words[0], [.fileAppendData, .synchronize], writes: "more")
        },
        "truncate": { call, words throws(CallError) in try call.touch(words[0], .genericWrite, .truncateExisting) },
        "chmod": { call, words throws(CallError) in try call.openToEveryone(words[0]) },
        "set-acl": { call, words throws(CallError) in try call.openToEveryone(words[0]) },
        "chown": { call, words throws(CallError) in
            let token = call.host.machine.processes[call.process]?.token
            try call.host.machine.setOwner(token?.user.sid ?? .null, of: words[0], by: call.process)
        },
        "xattr": { call, words throws(CallError) in
            try call.touch(words[0], [.fileWriteExtendedAttributes, .synchronize])
        },
        "utimes": { call, words throws(CallError) in try call.touch(words[0], [.fileWriteAttributes, .synchronize]) },
        "rename": { call, words throws(CallError) in
            try call.host.machine.rename(words[0], to: words[1], replaces: true, by: call.process)
        },
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
    ]

    /// Opens a file with rights, writes when something is to be written, and closes it.
    private func touch(
        _ path: String, _ access: AccessMask, _ disposition: OpenRequest.Disposition = .openExisting,
        writes text: String? = nil
    ) throws(CallError) {
        let handle = try host.machine.open(
            OpenRequest(path, access: access, disposition: disposition, options: .backupSemantics), by: process)
        if let text { try host.machine.write(Array(text.utf8), to: handle, by: process) }
        try host.machine.close(handle, by: process)
    }

    private func openToEveryone(_ path: String) throws(CallError) {
        try host.machine.edit(
            path, [ExplicitAccess(.grant, trustee: .everyone, mask: .fileAll)], by: process)
    }
}
