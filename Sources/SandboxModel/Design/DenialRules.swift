/// How the documented design keeps what it denied; each is a way in which denials and policy come apart.
public struct DenialRules: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Makes a set of its bits.
    ///
    /// - Parameter rawValue: the bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A record of denied reads that cannot be read stops every command.
    public static let stopsAtCorruptRecord = DenialRules(rawValue: 0x1)
    /// A denied read that could not be taken back is forgotten all the same.
    public static let forgetsFailedRevocations = DenialRules(rawValue: 0x2)
    /// Taking a denial back takes everything that the group was granted there.
    public static let revokesGrantsToo = DenialRules(rawValue: 0x4)
    /// Denied writes stay when the policy no longer asks for them.
    public static let keepsWriteDenials = DenialRules(rawValue: 0x8)

    /// A grant is made although somebody is denied the same there, and so goes before what is denied above.
    public static let grantsOverDenials = DenialRules(rawValue: 0x10)

    /// The documented design; sections 2.5 and 4.2 of the record.
    public static let documented: DenialRules = [
        .stopsAtCorruptRecord, .forgetsFailedRevocations, .revokesGrantsToo, .keepsWriteDenials,
        .grantsOverDenials,
    ]
}
