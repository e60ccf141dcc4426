/// Which output of the command a chunk comes from.
public enum RunnerStream: String, CaseIterable, Hashable, Sendable {
    /// Standard output.
    case standardOutput = "stdout"
    /// Standard error.
    case standardError = "stderr"
}
