internal import SimulatedWindows
internal import WindowsSecurity

/// Makes a host's files, services and listeners on a simulated machine, each in the name of its owner.
struct HostBuilder {
    let host: Host
    let machine: SimulatedHost
    let places: Places
    let people: [Actor: ProcessIdentifier]

    /// Makes everything, in order.
    func build() throws {
        try allowLinks()
        for file in host.files { try make(file) }
        for service in host.services { try make(service) }
        for listener in host.listeners { try make(listener) }
        try machine.machine.addFirewallRule(
            SimulatedFirewallRule(
                name: "probe", title: "Programs may take connections", direction: .inbound, action: .allow),
            by: SimulatedMachine.system)
    }

    private func make(_ service: HostService) throws {
        let everybody = SecurityDescriptor(dacl: .list([.allow(.genericAll, to: .everyone)]))
        let owner = people[service.owner] ?? machine.user
        switch service.kind {
        case .local(let place):
            let path = try places.resolve(place, asPath: true)
            // A socket may lie in any directory, a pipe has a place of its own.
            guard path.hasPrefix(SimulatedCall.pipePrefix) else { return }
            try machine.machine.createPipe(
                String(path.dropFirst(SimulatedCall.pipePrefix.count)), descriptor: everybody, by: owner)
        case .abstract(let name): try machine.machine.createPipe(name, descriptor: everybody, by: owner)
        case .sharedMemory(let key):
            _ = try machine.machine.createMutex(SimulatedCall.shared(key), descriptor: everybody, by: owner)
        case .orders: return
        }
    }

    private func make(_ listener: HostListener) throws {
        let text = try places.resolve(listener.address, asPath: false)
        guard let address = NetworkAddress(text) else { throw PlaceError(reason: "'\(text)' is no address") }
        guard address.isLoopback else {
            for name in listener.names.isEmpty ? ["host-\(text)"] : listener.names {
                machine.machine.addHost(
                    Network.Host(name: name, addresses: [address], ports: Set(listener.ports)))
            }
            return
        }
        for port in listener.ports {
            for transport in [TransportProtocol.tcp, .udp] {
                try machine.machine.listen(on: port, over: transport, by: SimulatedMachine.system)
            }
        }
    }

    /// Developers make symbolic links without a privilege.
    private func allowLinks() throws {
        let key = #"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\AppModelUnlock"#
        try machine.machine.createKey(key, by: SimulatedMachine.system)
        try machine.machine.setValue(
            RegistryValue("AllowDevelopmentWithoutDevLicense", .number(1)), in: key, by: SimulatedMachine.system)
    }

    private func make(_ file: HostFile) throws {
        // What stands at a place that this system does not have is for the other one.
        guard let path = try? places.resolve(file.path, asPath: true) else { return }
        let owner = people[file.owner] ?? machine.user
        switch file.kind {
        case .file(let content): try machine.machine.writeFile(path, Array((content + "\r\n").utf8), by: owner)
        case .directory: try directory(path, by: owner)
        case .link(let target):
            // A person without developer mode may make none; who set the machine up could.
            try machine.machine.makeLink(
                path, to: .symbolicLink(try places.resolve(target, asPath: true)), isDirectory: false,
                by: SimulatedMachine.system)
        case .repository:
            for part in ["", #"\hooks"#, #"\objects"#, #"\refs"#, #"\worktrees"#] {
                try directory(path + #"\.git"# + part, by: owner)
            }
            for (name, text) in [("HEAD", "ref: refs/heads/main"), ("config", "[core]"), ("index", "DIRC")] {
                try machine.machine.writeFile(#"\#(path)\.git\\#(name)"#, Array((text + "\n").utf8), by: owner)
            }
        case .volume(let format):
            guard let letter = path.first else { return }
            machine.machine.formatDrive(letter, hasDescriptors: format == .lists)
            guard format == .lists, let sid = machine.machine.processes[owner]?.token.user.sid else { return }
            try machine.machine.edit(
                path,
                [
                    ExplicitAccess(
                        .grant, trustee: sid, mask: .fileAll, inheritance: [.objectInherit, .containerInherit])
                ],
                by: SimulatedMachine.system)
        case .program(.caller): try machine.machine.writeFile(path, Array("MZ".utf8), by: owner)
        case .program: return
        case .worktree(let repository):
            let administration =
                try places.resolve(repository, asPath: true) + #"\.git\worktrees\"#
                + (path.split(separator: "\\").last.map(String.init) ?? "")
            try directory(path, by: owner)
            try directory(administration, by: owner)
            for (name, text) in [("HEAD", "ref: refs/heads/main"), ("commondir", "../..")] {
                try machine.machine.writeFile(#"\#(administration)\\#(name)"#, Array((text + "\n").utf8), by: owner)
            }
            try machine.machine.writeFile(path + #"\.git"#, Array("gitdir: \(administration)\n".utf8), by: owner)
        }
        try open(path, file.access, by: owner)
    }

    /// Makes a directory, and those above it that are missing.
    private func directory(_ path: String, by owner: ProcessIdentifier) throws {
        do throws(CallError) {
            try machine.machine.makeDirectory(path, by: owner)
        } catch {
            switch (error.code, path.lastIndex(of: "\\")) {
            case (.alreadyExists, _): return
            case (.pathNotFound, let separator?):
                try directory(String(path[..<separator]), by: owner)
                try machine.machine.makeDirectory(path, by: owner)
            default: throw error
            }
        }
    }

    /// Gives others what the entry says.
    private func open(_ path: String, _ access: HostFile.Access, by owner: ProcessIdentifier) throws {
        let inherited: EntryFlags = [.objectInherit, .containerInherit]
        switch access {
        case .usual: return
        case .closed:
            guard let sid = machine.machine.processes[owner]?.token.user.sid else { return }
            try machine.machine.setList(
                of: path,
                to: SecurityDescriptor(
                    dacl: .list([
                        .allow(.fileAll, to: .localSystem, flags: inherited),
                        .allow(.fileAll, to: sid, flags: inherited),
                    ]), control: .daclProtected), by: owner)
        case .readable:
            try machine.machine.edit(
                path,
                [
                    ExplicitAccess(
                        .grant, trustee: .users, mask: [.fileGenericRead, .fileGenericExecute], inheritance: inherited)
                ],
                by: owner)
        case .public:
            try machine.machine.edit(
                path, [ExplicitAccess(.grant, trustee: .everyone, mask: .fileAll, inheritance: inherited)], by: owner)
        }
    }
}
