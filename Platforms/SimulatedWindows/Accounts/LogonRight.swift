/// A right to log on in one way, or the denial of it.
///
/// Windows: the account rights `Se…LogonRight` of the local security policy.
public enum LogonRight: String, CaseIterable, Codable, Hashable, Sendable {
    /// At the machine; Windows: `SeInteractiveLogonRight`.
    case interactive = "SeInteractiveLogonRight"
    /// Over the network; Windows: `SeNetworkLogonRight`.
    case network = "SeNetworkLogonRight"
    /// As a job; Windows: `SeBatchLogonRight`.
    case batch = "SeBatchLogonRight"
    /// As a service; Windows: `SeServiceLogonRight`.
    case service = "SeServiceLogonRight"
    /// Never at the machine; Windows: `SeDenyInteractiveLogonRight`.
    case denyInteractive = "SeDenyInteractiveLogonRight"
    /// Never over the network; Windows: `SeDenyNetworkLogonRight`.
    case denyNetwork = "SeDenyNetworkLogonRight"
    /// Never as a job; Windows: `SeDenyBatchLogonRight`.
    case denyBatch = "SeDenyBatchLogonRight"
    /// Never as a service; Windows: `SeDenyServiceLogonRight`.
    case denyService = "SeDenyServiceLogonRight"
}
