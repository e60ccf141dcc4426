internal import SandboxModel

/// The rules as a file, and a unit that loads it before the network comes up (`systemd.service(5)`).
///
/// Without systemd only the file is written: the runner refuses to launch while the rules are missing.
struct FirewallPersistenceEffect: LinuxEffect {
    /// What is written, in this order; reverted in the reverse order.
    private static let paths = [
        InstallationPaths.firewallRules, InstallationPaths.firewallWants, InstallationPaths.firewallUnit,
        InstallationPaths.firewallEnablement,
    ]

    private static let unit = """
        [Unit]
        Description=Firewall rules for sandboxed commands
        Documentation=man:nft(8)
        DefaultDependencies=no
        Wants=network-pre.target
        Before=network-pre.target shutdown.target
        After=nftables.service
        PartOf=nftables.service
        ReloadPropagatedFrom=nftables.service
        Conflicts=shutdown.target

        [Service]
        Type=oneshot
        RemainAfterExit=yes
        StandardInput=null
        ProtectSystem=full
        ProtectHome=true
        ExecStart=/usr/sbin/nft -f \(InstallationPaths.firewallRules)
        ExecReload=/usr/sbin/nft -f \(InstallationPaths.firewallRules)

        [Install]
        WantedBy=sysinit.target

        """

    func inspect(recorded image: BeforeImage?) throws(SetupError) -> EffectState {
        guard let expected = try expected() else {
            return try FileImage(path: InstallationPaths.firewallRules) == .absent
                ? .absent : .drifted("there are rules, and no \(Principal.offline.accountName) they could be for")
        }
        var wrong: [String] = []
        for (path, wanted) in zip(Self.paths, expected) {
            guard let wanted else { continue }
            let found = try FileImage(path: path)
            if case .directory = wanted, case .directory = found { continue }
            if found != wanted { wrong.append(found == .absent ? "\(path) is missing" : "\(path) was changed") }
        }
        if wrong.isEmpty { return .inForce }
        let rules = try FileImage(path: InstallationPaths.firewallRules)
        let unit = try FileImage(path: InstallationPaths.firewallUnit)
        return rules == .absent && unit == .absent ? .absent : .drifted(wrong.joined(separator: ", "))
    }

    func capture() throws(SetupError) -> BeforeImage {
        if try inspect(recorded: nil) == .inForce { return .existing }
        var images: [FileImage] = []
        for path in Self.paths { images.append(try FileImage(path: path)) }
        return .files(images)
    }

    func apply(over image: BeforeImage) throws(SetupError) {
        guard let expected = try expected() else {
            throw SetupError(
                .notInForce, action: "write", subject: InstallationPaths.firewallRules,
                detail: "\(Principal.offline.accountName) is missing")
        }
        for (path, wanted) in zip(Self.paths, expected) {
            guard let wanted else { continue }
            if case .directory = wanted, case .directory = try FileImage(path: path) { continue }
            try wanted.restore(path: path)
        }
    }

    func revert(to image: BeforeImage) throws(SetupError) {
        let images = try image.files(Self.paths.count)
        for (path, before) in zip(Self.paths, images).reversed() {
            if case .directory = before { continue }
            try before.restore(path: path)
        }
    }

    /// What should stand at the paths; nothing for what the machine has no use for, nothing at all without the principal.
    private func expected() throws(SetupError) -> [FileImage?]? {
        guard let offline = try AccountDatabase().user(Principal.offline.accountName) else { return nil }
        let rules = FirewallRules(offline: offline.identifier).transaction
        guard case .directory = try FileImage(path: InstallationPaths.systemdUnits) else {
            return [.file(.publicFile, content: Array(rules.utf8)), nil, nil, nil]
        }
        return [
            .file(.publicFile, content: Array(rules.utf8)), .directory(.publicDirectory),
            .file(.publicFile, content: Array(Self.unit.utf8)), .link(target: InstallationPaths.firewallUnit),
        ]
    }
}
