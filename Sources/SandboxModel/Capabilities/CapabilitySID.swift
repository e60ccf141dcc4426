public import WindowsSecurity

/// Capability SIDs: identifiers with no account behind them, which mark what a command may write.
///
/// Documented form: `S-1-5-21-a-b-c-d` with four random 32-bit words.
public enum CapabilitySID {
    /// The first sub-authority of identifiers that a machine or domain issues; `SECURITY_NT_NON_UNIQUE` in winnt.h.
    public static let issuer: UInt32 = 21

    /// Makes a capability from four words.
    ///
    /// - Parameter words: the four sub-authorities after the issuer.
    /// - Returns: the SID, or nothing unless there are four.
    public static func capability(_ words: [UInt32]) -> SID? {
        words.count == 4 ? SID(identifierAuthority: 5, subAuthorities: [issuer] + words) : nil
    }

    /// Makes a new capability.
    ///
    /// - Parameter generator: a cryptographically strong source; `SystemRandomNumberGenerator` is one.
    /// - Returns: a SID that nobody has.
    public static func random(using generator: inout some RandomNumberGenerator) -> SID {
        let words = (0..<4).map { _ in UInt32.random(in: .min ... .max, using: &generator) }
        return capability(words) ?? random(using: &generator)
    }

    /// Whether a SID has the form of a capability.
    ///
    /// - Parameter sid: any SID.
    /// - Returns: whether authority, issuer and count fit.
    public static func isCapability(_ sid: SID) -> Bool {
        sid.identifierAuthority == 5 && sid.subAuthorities.count == 5 && sid.subAuthorities.first == issuer
    }
}
