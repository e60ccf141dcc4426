/// What a process does by itself as time passes: lines of the command interpreter, or one program.
///
/// A process without one does nothing but what calls are made in its name.
struct Activity: Hashable, Sendable {
    /// The statements that are still to be carried out.
    var statements: [CommandLine.Statement] = []
    /// What the last command ended with; Windows: `ERRORLEVEL`.
    var code: Int32 = 0
    /// The command that is being carried out.
    var command: RunningCommand?
    /// Whether further lines are read from the standard input; `cmd.exe` without `/c`.
    var readsLines = false
    /// Whether the process ends when nothing is left to do.
    var endsProcess = true

    /// An activity that has nothing to do any more.
    var isDone: Bool { statements.isEmpty && command == nil && !readsLines }
}
