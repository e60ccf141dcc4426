internal import WindowsSecurity

/// The way somebody logs on.
///
/// Windows: `SECURITY_LOGON_TYPE`.
public enum LogonType: UInt32, CaseIterable, Codable, Hashable, Sendable {
    /// At the machine, or with `CreateProcessWithLogonW`.
    case interactive = 2
    /// Over the network.
    case network = 3
    /// As a job.
    case batch = 4
    /// As a service.
    case service = 5

    /// The right that is asked for.
    var right: LogonRight {
        switch self {
        case .interactive: .interactive
        case .network: .network
        case .batch: .batch
        case .service: .service
        }
    }

    /// The right that must not be there.
    var denial: LogonRight {
        switch self {
        case .interactive: .denyInteractive
        case .network: .denyNetwork
        case .batch: .denyBatch
        case .service: .denyService
        }
    }

    /// The group that stands for the way of logging on.
    var group: SID? {
        switch self {
        case .interactive: .interactive
        case .network: SID(identifierAuthority: 5, subAuthorities: [2])
        case .batch: SID(identifierAuthority: 5, subAuthorities: [3])
        case .service: SID(identifierAuthority: 5, subAuthorities: [6])
        }
    }
}
