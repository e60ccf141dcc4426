import SandboxModel

/// The options of `sallyport sim`.
struct SimOptions {
    /// The designs by name: the documented ones, its revisions, and the rejected ones.
    static let designs: [SandboxDesign] =
        [.elevatedOnWindows, .unelevatedOnWindows] + SandboxDesign.revisions.dropLast().map(\.design)
        + SandboxDesign.alternatives

    /// Whether the command runs in the sandbox, or as the person.
    private(set) var isSandboxed = false
    /// The design of the sandbox.
    private(set) var design = SandboxDesign.elevatedOnWindows
    /// What the policy lets the command write.
    private(set) var mode = SandboxMode.workspaceWrite
    /// Whether the command may use the network.
    private(set) var network = NetworkAccess.restricted
    /// Whether the user asks for help.
    let wantsHelp: Bool

    /// Reads the words in front of `--`.
    init(_ words: ArraySlice<String>) throws(CommandFailure) {
        var reader = OptionReader(words, of: "sim")
        wantsHelp = reader.wantsHelp
        guard !wantsHelp else { return }
        while let word = reader.next() {
            switch word {
            case .operand("run") where !isSandboxed: isSandboxed = true
            case .option("--design", let attached):
                let name = try reader.value(of: "--design", attached: attached)
                guard let found = Self.designs.first(where: { $0.name == name }) else {
                    throw reader.wrong(
                        name, of: "--design", expected: "one of " + Self.designs.map(\.name).joined(separator: ", "))
                }
                design = found
            case .option("--policy", let attached):
                let name = try reader.value(of: "--policy", attached: attached)
                guard let found = SandboxMode(rawValue: name), found != .dangerFullAccess else {
                    throw reader.wrong(name, of: "--policy", expected: "read-only or workspace-write")
                }
                mode = found
            case .option("--network", let attached):
                if try reader.flag("--network", attached: attached) { network = .enabled }
            case .option(let name, _): throw reader.unknown(name)
            case .operand(let text): throw reader.unknown(text)
            }
        }
    }
}
