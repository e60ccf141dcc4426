/// A directory of the installation that nobody but the administrator may write.
public enum SetupDirectory: String, CaseIterable, Hashable, Sendable {
    /// The configuration: the authorization record and the firewall rules; Windows: `.sandbox`.
    case configuration
    /// The programs: the command runner; Windows: `.sandbox-bin`.
    case programs
}
