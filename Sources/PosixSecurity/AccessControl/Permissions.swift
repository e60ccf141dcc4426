/// The three rights of one POSIX permission class or ACL entry.
///
/// POSIX.1e draft 17, `acl_permset_t`; on the wire the low three bits of `e_perm`.
public struct Permissions: OptionSet, Hashable, Sendable {
    /// The bits, as in one digit of an octal mode: 4 read, 2 write, 1 execute.
    public let rawValue: UInt8

    /// Makes permissions of the low three bits; higher bits are kept so that a validator can see them.
    ///
    /// - Parameter rawValue: 4 read, 2 write, 1 execute.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Reading a file, listing a directory (`ACL_READ`).
    public static let read = Permissions(rawValue: 4)
    /// Writing a file, changing the names in a directory (`ACL_WRITE`).
    public static let write = Permissions(rawValue: 2)
    /// Executing a file, passing through a directory (`ACL_EXECUTE`).
    public static let execute = Permissions(rawValue: 1)
    /// Read, write and execute.
    public static let all = Permissions(rawValue: 7)
}

extension Permissions: CustomStringConvertible {
    /// The three letters of acl(5): `rwx` with `-` for what is missing.
    public var description: String {
        (contains(.read) ? "r" : "-") + (contains(.write) ? "w" : "-") + (contains(.execute) ? "x" : "-")
    }
}
