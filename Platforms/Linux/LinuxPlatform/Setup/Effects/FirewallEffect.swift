internal import SandboxModel

/// The firewall table in the kernel, now.
struct FirewallEffect: LinuxEffect {
    let tools: ToolRunner

    /// How nft(8) says that there is no such table.
    private static let missing = "Error: No such file or directory"

    func inspect(recorded image: BeforeImage?) throws(SetupError) -> EffectState {
        guard let listing = try listing() else { return .absent }
        guard let offline = try AccountDatabase().user(Principal.offline.accountName) else {
            return .drifted("there is a table, and no \(Principal.offline.accountName) it could be for")
        }
        if let reason = FirewallRules(offline: offline.identifier).difference(from: listing) { return .drifted(reason) }
        return .inForce
    }

    func capture() throws(SetupError) -> BeforeImage {
        if try inspect(recorded: nil) == .inForce { return .existing }
        return try listing().map { .content(Array($0.utf8)) } ?? .absent
    }

    func apply(over image: BeforeImage) throws(SetupError) {
        guard let offline = try AccountDatabase().user(Principal.offline.accountName) else {
            throw SetupError(
                .notInForce, action: "install", subject: "the table \(FirewallRules.table)",
                detail: "\(Principal.offline.accountName) is missing")
        }
        try load(FirewallRules(offline: offline.identifier).transaction, to: "install")
    }

    func revert(to image: BeforeImage) throws(SetupError) {
        // A command that is still running must not find the network open.
        try ProcessTermination.endCommands()
        var text = FirewallRules.removal
        if case .content(let bytes) = image { text += String(decoding: bytes, as: UTF8.self) }
        try load(text, to: "remove")
    }

    private func load(_ text: String, to action: String) throws(SetupError) {
        try tools.require(.nft, ["-f", "-"], input: Array(text.utf8), to: action, "the table \(FirewallRules.table)")
    }

    /// The table without counts, or nothing when there is none.
    private func listing() throws(SetupError) -> String? {
        let arguments =
            ["--stateless", "--numeric", "list", "table"]
            + FirewallRules.table.split(separator: " ").map(String.init)
        let result = try tools.run(.nft, arguments)
        let lines = result.output.split(separator: "\n")
        if result.status != 0, lines.contains(where: { $0.hasPrefix(Self.missing) }) { return nil }
        guard result.status == 0 else {
            throw SetupError(
                .toolFailed, action: "list", subject: "the table \(FirewallRules.table)",
                detail: lines.joined(separator: " / "),
                remedy: "check that the kernel has nf_tables and that setup may administer the network")
        }
        return result.output
    }
}
