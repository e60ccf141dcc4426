import SandboxModel

/// The options of `sallyport sim`.
struct SimOptions {
    /// What is to be done.
    enum Task: String {
        /// Lines as the person at the machine.
        case prompt
        /// A command in the sandbox of a design.
        case run
        /// The names of the designs.
        case designs
    }

    /// What is to be done.
    private(set) var task = Task.prompt
    /// The file of the machine, or nothing for a developer's workstation.
    private(set) var machine: String?
    /// Where the machine is saved at the end, or nothing.
    private(set) var save: String?
    /// The design of the sandbox.
    private(set) var design = SandboxDesign.elevatedOnWindows
    /// What the policy lets the command write.
    private(set) var mode = SandboxMode.workspaceWrite
    /// Whether the command may use the network.
    private(set) var network = NetworkAccess.restricted
    /// After how many milliseconds of the machine's clock the command is ended.
    private(set) var timeoutMilliseconds: UInt32?
    /// Whether the user asks for help.
    let wantsHelp: Bool

    /// Reads the words in front of `--`.
    init(_ words: ArraySlice<String>) throws(CommandFailure) {
        var reader = OptionReader(words, of: "sim")
        wantsHelp = reader.wantsHelp
        guard !wantsHelp else { return }
        while let word = reader.next() {
            switch word {
            case .operand("run") where task == .prompt: task = .run
            case .operand("designs") where task == .prompt: task = .designs
            case .operand(let text): throw reader.unexpected(text)
            case .option(let name, let attached): try take(name, attached, &reader)
            }
        }
    }

    private mutating func take(
        _ name: String, _ attached: String?, _ reader: inout OptionReader
    ) throws(CommandFailure) {
        switch name {
        case "--machine": machine = try reader.value(of: name, attached: attached)
        case "--save": save = try reader.value(of: name, attached: attached)
        case "--design":
            let text = try reader.value(of: name, attached: attached)
            guard let found = SandboxDesign.named(text) else {
                throw reader.wrong(text, of: name, expected: "a design; 'sallyport sim designs' lists them")
            }
            design = found
        case "--policy":
            let text = try reader.value(of: name, attached: attached)
            guard let found = SandboxMode(rawValue: text), found != .dangerFullAccess else {
                throw reader.wrong(text, of: name, expected: "read-only or workspace-write")
            }
            mode = found
        case "--network": if try reader.flag(name, attached: attached) { network = .enabled }
        case "--timeout":
            let text = try reader.value(of: name, attached: attached)
            guard let seconds = UInt32(text), (1...1_000_000).contains(seconds) else {
                throw reader.wrong(text, of: name, expected: "a number of seconds from 1 to 1000000")
            }
            timeoutMilliseconds = seconds * 1000
        default: throw reader.unknown(name)
        }
    }
}
