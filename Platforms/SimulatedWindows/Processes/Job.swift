/// Processes that are ended together.
///
/// Windows: a job object with `JOBOBJECT_EXTENDED_LIMIT_INFORMATION`.
public struct Job: Hashable, Sendable {
    /// The limits.
    public struct Limits: OptionSet, Codable, Hashable, Sendable {
        /// The bits.
        public let rawValue: UInt32

        /// Makes a set of its bits.
        ///
        /// - Parameter rawValue: the bits.
        public init(rawValue: UInt32) { self.rawValue = rawValue }

        /// A member may start processes outside the job; Windows: `JOB_OBJECT_LIMIT_BREAKAWAY_OK`.
        public static let breakawayOK = Limits(rawValue: 0x800)
        /// Closing the last handle ends the members; Windows: `JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE`.
        public static let killOnClose = Limits(rawValue: 0x2000)
    }

    /// The number.
    public let identifier: UInt32
    /// Who made it and holds its handle.
    public let owner: ProcessIdentifier
    /// The limits.
    public var limits: Limits
}
