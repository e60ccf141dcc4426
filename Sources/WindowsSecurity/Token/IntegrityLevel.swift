/// How far a token or an object is trusted: the relative identifier of `S-1-16-…`.
///
/// Windows: `SECURITY_MANDATORY_*_RID`, MS-DTYP 2.4.2.4.
public struct IntegrityLevel: RawRepresentable, Hashable, Comparable, Sendable {
    /// The relative identifier.
    public let rawValue: UInt32

    /// Makes a level.
    ///
    /// - Parameter rawValue: the relative identifier.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Windows: `SECURITY_MANDATORY_UNTRUSTED_RID`.
    public static let untrusted = IntegrityLevel(rawValue: 0)
    /// Windows: `SECURITY_MANDATORY_LOW_RID`.
    public static let low = IntegrityLevel(rawValue: 0x1000)
    /// Windows: `SECURITY_MANDATORY_MEDIUM_RID`.
    public static let medium = IntegrityLevel(rawValue: 0x2000)
    /// Windows: `SECURITY_MANDATORY_MEDIUM_PLUS_RID`.
    public static let mediumPlus = IntegrityLevel(rawValue: 0x2100)
    /// Windows: `SECURITY_MANDATORY_HIGH_RID`.
    public static let high = IntegrityLevel(rawValue: 0x3000)
    /// Windows: `SECURITY_MANDATORY_SYSTEM_RID`.
    public static let system = IntegrityLevel(rawValue: 0x4000)
    /// Windows: `SECURITY_MANDATORY_PROTECTED_PROCESS_RID`.
    public static let protectedProcess = IntegrityLevel(rawValue: 0x5000)

    /// Reads the level out of a label SID, `S-1-16-X`.
    ///
    /// - Parameter label: the SID.
    public init?(label: SID) {
        guard label.identifierAuthority == 16, label.subAuthorityCount == 1, let level = label.subAuthority(0) else {
            return nil
        }
        self.init(rawValue: level)
    }

    /// The SID of the level, `S-1-16-X`.
    public var sid: SID { SID(16, rawValue) }

    /// Orders levels by trust.
    public static func < (left: IntegrityLevel, right: IntegrityLevel) -> Bool { left.rawValue < right.rawValue }
}
