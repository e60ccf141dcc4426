/// A security identifier: the name by which Windows knows a user, a group, a session or a capability.
///
/// Windows: `SID` in winnt.h, MS-DTYP 2.4.2.
public struct SID: Hashable, Sendable {
    /// The 48-bit identifier authority; 5 is the NT authority.
    public let identifierAuthority: UInt64
    /// The sub-authorities, at most fifteen; the last one is the relative identifier.
    public let subAuthorities: [UInt32]

    /// Makes a SID, or nothing when the authority exceeds 48 bits or there are more than fifteen sub-authorities.
    ///
    /// - Parameters:
    ///   - identifierAuthority: a 48-bit number.
    ///   - subAuthorities: zero to fifteen 32-bit numbers.
    public init?(identifierAuthority: UInt64, subAuthorities: [UInt32]) {
        guard identifierAuthority < 1 << 48, subAuthorities.count <= 15 else { return nil }
        self.identifierAuthority = identifierAuthority
        self.subAuthorities = subAuthorities
    }
}
