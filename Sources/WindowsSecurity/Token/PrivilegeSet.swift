/// A set of privileges, one bit each.
///
/// Windows: `TOKEN_PRIVILEGES` in winnt.h.
public struct PrivilegeSet: OptionSet, Hashable, Sendable {
    /// Bit `n` stands for the privilege whose LUID is `n`.
    public let rawValue: UInt64

    /// Makes a set of its bits.
    ///
    /// - Parameter rawValue: bit `n` stands for the privilege whose LUID is `n`.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// Makes a set of privileges.
    ///
    /// - Parameter privileges: the members.
    public init(_ privileges: some Sequence<Privilege>) {
        self.init(rawValue: privileges.reduce(0) { $0 | 1 << UInt64($1.rawValue) })
    }

    /// Whether a privilege is in the set.
    ///
    /// - Parameter privilege: the privilege to look for.
    /// - Returns: true when it is a member.
    public func contains(_ privilege: Privilege) -> Bool { rawValue >> UInt64(privilege.rawValue) & 1 != 0 }

    /// The members in the order of their LUIDs.
    public var privileges: [Privilege] { Privilege.allCases.filter { contains($0) } }
}
