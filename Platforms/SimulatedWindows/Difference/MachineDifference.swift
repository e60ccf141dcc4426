/// What two states of a machine differ in that outlives every process: what a design leaves behind.
public struct MachineDifference: Hashable, Sendable {
    /// What can differ.
    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        /// A user that was made or removed.
        case accounts
        /// A group that was made or removed, or whose members changed.
        case groups
        /// Who may log on in a way.
        case logonRights = "logon-rights"
        /// A file or directory that was made.
        case filesMade = "files-made"
        /// A file or directory that is gone.
        case filesRemoved = "files-removed"
        /// A file that holds something else.
        case contents
        /// The list of a file.
        case lists
        /// The mandatory label of a file.
        case labels
        /// The owner of a file.
        case owners
        /// A key of the registry that was made, removed, or holds something else.
        case registryKeys = "registry-keys"
        /// A rule of the firewall.
        case firewallRules = "firewall-rules"
        /// A filter below the firewall.
        case packetFilters = "packet-filters"
        /// A service that was installed or removed.
        case services
    }

    /// One thing that differs.
    public struct Item: Hashable, Sendable {
        /// What it is.
        public let kind: Kind
        /// Its name or path.
        public let subject: String
    }

    /// Everything that differs, by kind, in order of the names.
    public let items: [Item]

    /// The names of what differs in a way.
    ///
    /// - Parameter kind: the way.
    /// - Returns: the names in order.
    public func subjects(_ kind: Kind) -> [String] { items.filter { $0.kind == kind }.map(\.subject) }
}
