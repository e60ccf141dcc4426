import Testing

/// How the sandbox is asked for.
enum Mode: String, CaseIterable, CustomTestStringConvertible {
    case readOnly
    case workspaceWrite
    case network
    case unelevated

    /// The options of `sallyport run`.
    var options: String {
        switch self {
        case .readOnly: "--policy read-only"
        case .workspaceWrite: "--policy workspace-write"
        case .network: "--policy workspace-write --network"
        case .unelevated: "--level unelevated --policy workspace-write"
        }
    }

    var testDescription: String { rawValue }
}
