public import WindowsSecurity

extension SimulatedMachine {
    /// Offers a directory to others.
    ///
    /// Windows: `NetShareAdd`.
    ///
    /// - Parameters:
    ///   - name: the name of the share.
    ///   - path: the directory.
    ///   - descriptor: who may come in; everybody for everything unless said.
    ///   - identifier: who calls.
    /// - Throws: `ERROR_ACCESS_DENIED` for everybody but administrators, `NERR_DuplicateShare` (2118), `ERROR_PATH_NOT_FOUND`.
    public mutating func addShare(
        _ name: String, of path: String, descriptor: SecurityDescriptor? = nil, by identifier: ProcessIdentifier
    ) throws(CallError) {
        try perform(.addShare(name, path, descriptor, identifier), by: identifier) { machine throws(CallError) in
            try machine.administer(.shares, by: identifier, call: "NetShareAdd", subject: name)
            let process = try machine.process(identifier, "NetShareAdd")
            guard machine.share(name, on: nil) == nil else { throw CallError(.duplicateShare, "NetShareAdd", name) }
            guard let root = try? machine.locate(path, for: process).file, machine.files[root].isDirectory else {
                throw CallError(.pathNotFound, "NetShareAdd", path)
            }
            machine.shares.append(
                Share(name: name, server: nil, descriptor: descriptor ?? Self.openShare, root: root))
        }
    }

    /// Offers an empty directory on another machine, where everybody may do everything.
    ///
    /// - Parameters:
    ///   - name: the name of the share.
    ///   - server: the name of the machine.
    public mutating func addRemoteShare(_ name: String, on server: String) {
        record(.addRemoteShare(name, server))
        files.volumes.append(
            Volume(
                letter: 0, format: .exFAT, makesShortNames: false,
                rootDescriptor: files.descriptors.intern(Self.openShare)))
        let root = FileReference(
            volume: UInt8(truncatingIfNeeded: files.volumes.count - 1), record: Volume.root)
        files[root].modified = second
        shares.append(Share(name: name, server: server, descriptor: Self.openShare, root: root))
    }

    private static var openShare: SecurityDescriptor {
        SecurityDescriptor(
            owner: .administrators, group: .localSystem, dacl: .list([.allow(.fileAll, to: .everyone)]))
    }

    private func share(_ name: String, on server: String?) -> Share? {
        shares.first {
            $0.name.lowercased() == name.lowercased() && $0.server?.lowercased() == server?.lowercased()
        }
    }

    /// Finds what a path into a share leads to, and as whom its server looks.
    ///
    /// The redirector connects in the name of the caller, so filters on the caller count; then the server acts for the caller's
    /// account in a logon over the network, which has none of the restricting SIDs of the caller's own token.
    ///
    /// - Parameters:
    ///   - server: the machine as it was named.
    ///   - name: the name of the share.
    ///   - process: who asks, or nothing for the system's own look, which does not leave the machine.
    /// - Returns: the directory and the access.
    /// - Throws: `ERROR_BAD_NETPATH`, `ERROR_BAD_NET_NAME`, `ERROR_ACCESS_DENIED`, and the numbers of the logon.
    func enterShare(
        _ server: String, _ name: String, for process: SimulatedProcess?
    ) throws(Win32Error) -> (root: FileReference, access: ShareAccess) {
        guard let process, service("LanmanWorkstation")?.isRunning == true,
            let (address, host) = machine(server), reaches(address, 445, process) == .passes
        else { throw .badNetworkPath }
        if let host {
            guard host.ports.contains(445) else { throw .badNetworkPath }
        } else {
            guard service("LanmanServer")?.isRunning == true else { throw .badNetworkPath }
        }
        let (root, access) = try self.access(to: name, on: host, for: process)
        let request = AccessRequest(
            .maximumAllowed, mapping: ObjectType.file.mapping, questions: questions)
        guard AccessCheck.decide(access.descriptor, token: access.token, request: request).isGranted else {
            throw .accessDenied
        }
        return (root, access)
    }

    /// A share of a machine, and as whom it is looked at.
    private func access(
        to name: String, on host: Network.Host?, for process: SimulatedProcess
    ) throws(Win32Error) -> (root: FileReference, access: ShareAccess) {
        guard let share = share(name, on: host?.name) ?? administrativeShare(name, on: host) else {
            throw .badNetworkName
        }
        let token = host == nil ? try networkToken(of: process.token) : process.token
        return (share.root, ShareAccess(name: share.name, descriptor: share.descriptor, token: token))
    }

    /// Asks the share's own list, when a path leads into a share.
    mutating func passShare(at location: FileLocation, _ desired: AccessMask) throws(Win32Error) {
        guard let share = location.share else { return }
        guard pass(share, desired) else { throw .accessDenied }
    }

    private mutating func pass(_ share: ShareAccess, _ desired: AccessMask) -> Bool {
        check(share.descriptor, desired, type: .file, token: share.token, object: "share \(share.name)")
    }

    /// The machine of a name or address; no host stands for this one.
    private func machine(_ server: String) -> (address: NetworkAddress, host: Network.Host?)? {
        let loopback = NetworkAddress(isVersion6: false, value: 0x7F00_0001)
        let lower = server.lowercased()
        if lower == name.lowercased() || lower == "localhost" { return (loopback, nil) }
        if let address = NetworkAddress(server) {
            if address.isLoopback { return (address, nil) }
            return network.hosts.first { $0.addresses.contains(address) }.map { (address, $0) }
        }
        return network.hosts.first { $0.name.lowercased() == lower }.flatMap { host in
            host.addresses.first.map { ($0, host) }
        }
    }

    /// `C$` and `ADMIN$`, which every machine has for its administrators.
    private func administrativeShare(_ name: String, on host: Network.Host?) -> Share? {
        let letters = Array(name.uppercased().utf8)
        let path =
            name.uppercased() == "ADMIN$" ? #"C:\Windows"# : String(decoding: letters.prefix(1), as: UTF8.self) + #":\"#
        guard host == nil, name.uppercased() == "ADMIN$" || letters.count == 2 && letters[1] == UInt8(ascii: "$"),
            let parsed = try? FilePath(path),
            let root = try? locate(parsed, followsLast: true, collectsWay: false).file
        else { return nil }
        let administrators = SecurityDescriptor(
            owner: .administrators, group: .localSystem, dacl: .list([.allow(.fileAll, to: .administrators)]))
        return Share(name: name, server: nil, descriptor: administrators, root: root)
    }

    /// Whether the firewall lets a process send to a port; nothing is sent.
    func reaches(_ address: NetworkAddress, _ port: UInt16, _ process: SimulatedProcess) -> Firewall.Verdict {
        let connection = Connection(
            direction: .outbound, transport: .tcp, remote: address, remotePort: port, localPort: 49152,
            program: process.image)
        return firewall.decide(connection, token: process.token, questions: questions)
    }

    /// Remembers what kept a process from a share: a rule of the firewall, or the share's own list.
    mutating func noteUnreached(_ text: String, for process: SimulatedProcess) {
        guard let path = try? FilePath(text, relativeTo: process.workingDirectory),
            case .share(let server, let name) = path.root, let (address, host) = machine(server.text)
        else { return }
        let verdict = reaches(address, 445, process)
        guard verdict == .passes else { return noteVerdict(verdict, token: process.token) }
        guard let (_, share) = try? access(to: name.text, on: host, for: process) else { return }
        _ = pass(share, .maximumAllowed)
    }
}
