extension GrantLedger {
    /// The ids of one installation that entries on the user's files name beside the capabilities.
    ///
    /// They are kept here because they are needed to take the entries out, also when the installation is gone.
    public struct Identities: Hashable, Sendable {
        /// The user id of the offline principal.
        public let offline: UInt32
        /// The user id of the online principal.
        public let online: UInt32
        /// The group id of all sandboxes of the user.
        public let readers: UInt32

        /// Makes a record.
        ///
        /// - Parameters:
        ///   - offline: the user id of the offline principal.
        ///   - online: the user id of the online principal.
        ///   - readers: the group id of all sandboxes of the user.
        public init(offline: UInt32, online: UInt32, readers: UInt32) {
            self.offline = offline
            self.online = online
            self.readers = readers
        }
    }

    /// Whether no file is known to have an entry.
    public var grantsNothing: Bool { roots.isEmpty && readable.isEmpty && traversed.isEmpty && former.isEmpty }
}
