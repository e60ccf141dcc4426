/// What the effects need beside the machine itself.
struct SetupContext: Sendable {
    /// Runs system tools.
    var tools = ToolRunner()
    /// The runner to install, when the setup binary has one beside it.
    var runnerSource: RunnerSource?
}
