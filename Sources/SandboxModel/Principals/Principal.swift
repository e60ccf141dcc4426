/// The account a sandboxed command runs as; it decides what the firewall lets through.
///
/// Windows: the local users `CodexSandboxOffline` and `CodexSandboxOnline`.
public enum Principal: String, CaseIterable, Hashable, Sendable {
    /// The account that the firewall keeps from every network.
    case offline
    /// The account without network rules.
    case online

    /// The name of the account.
    public var accountName: String {
        switch self {
        case .offline: "CodexSandboxOffline"
        case .online: "CodexSandboxOnline"
        }
    }
}
