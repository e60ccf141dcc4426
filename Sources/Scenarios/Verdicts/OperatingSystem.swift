/// An operating system of the corpus.
public enum OperatingSystem: String, Hashable, Sendable, CaseIterable {
    /// Linux.
    case linux
    /// Windows.
    case windows
}
