/// Which integrity rules a token is subject to.
///
/// Windows: `TOKEN_MANDATORY_POLICY` in winnt.h.
public struct MandatoryPolicy: OptionSet, Hashable, Sendable {
    /// The 32 bits.
    public let rawValue: UInt32

    /// Makes a set of its bits.
    ///
    /// - Parameter rawValue: the 32 bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Labels of objects are enforced; Windows: `TOKEN_MANDATORY_POLICY_NO_WRITE_UP`.
    public static let noWriteUp = MandatoryPolicy(rawValue: 1)
    /// A child gets the lower level of token and program; Windows: `TOKEN_MANDATORY_POLICY_NEW_PROCESS_MIN`.
    public static let newProcessMinimum = MandatoryPolicy(rawValue: 2)
}
