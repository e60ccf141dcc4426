internal import SandboxModel

/// How a command is started: for calls in its name, or to be carried out by the machine with streams.
struct CommandMode {
    /// Whether the machine carries out the command.
    var isCarriedOut = false
    /// Whether a person at a screen starts it, and not a program for her.
    var isInteractive = false
    /// Whether it gets a terminal.
    var usesTerminal = false
    /// Whether it may read what is sent.
    var standardInputIsOpen = false

    /// The first message to a runner.
    func request(_ plan: LaunchPlan) -> SpawnRequest {
        SpawnRequest(plan, usesTerminal: usesTerminal, standardInputIsOpen: standardInputIsOpen)
    }
}
