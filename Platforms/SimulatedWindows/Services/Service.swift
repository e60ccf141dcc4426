public import WindowsSecurity

/// A service: a process of the system that works for others.
///
/// Windows: `QUERY_SERVICE_CONFIG`, the services control manager.
public struct Service: Hashable, Sendable {
    /// The short name, compared without regard to case.
    public let name: String
    /// The name for people.
    public let title: String
    /// The account it runs as.
    public let account: SID
    /// Its process while it runs.
    public internal(set) var process: ProcessIdentifier?

    /// Whether it runs.
    public var isRunning: Bool { process != nil }

    /// What every machine has: the name, the name for people, and the last part of the account's SID.
    static let standard: [(name: String, title: String, account: UInt32)] = [
        ("RpcSs", "Remote Procedure Call (RPC)", 20), ("BFE", "Base Filtering Engine", 19),
        ("mpssvc", "Windows Defender Firewall", 19), ("Dnscache", "DNS Client", 20),
        ("LanmanServer", "Server", 18), ("LanmanWorkstation", "Workstation", 20),
        ("seclogon", "Secondary Logon", 18), ("Appinfo", "Application Information", 18),
        ("Schedule", "Task Scheduler", 18),
    ]
}
