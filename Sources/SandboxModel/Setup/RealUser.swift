/// The person whose commands are sandboxed: the account that setup enrols.
///
/// Windows: the `real_user` of the setup payload. POSIX: a user of the account database.
public struct RealUser: Hashable, Sendable {
    /// The account name, one word.
    public let name: String
    /// The numeric identity: the POSIX user id (`getpwnam(3)`), the relative identifier on Windows.
    public let identifier: UInt32

    /// Makes the user, or nothing when the name cannot be an account name or the identity is the administrator's.
    ///
    /// - Parameters:
    ///   - name: 1 to 32 of `A-Z a-z 0-9 _ . - @ $`, not starting with `-`, `.` or `@`, not digits alone: a
    ///     number would be read as a user id by half of the tools that take a name.
    ///   - identifier: the numeric identity; 0 is refused, and all ones, which means "no change" to the kernel.
    public init?(name: String, identifier: UInt32) {
        guard Self.isValid(name: name), identifier != 0, identifier != .max else { return nil }
        self.name = name
        self.identifier = identifier
    }

    /// Whether a text can name a real user.
    ///
    /// - Parameter name: the text, as a person typed it.
    /// - Returns: true when every character is allowed, the first does not look like an option or a number alone.
    public static func isValid(name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard (1...32).contains(bytes.count), let first = bytes.first else { return false }
        guard bytes.allSatisfy(isNameByte), ![UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "@")].contains(first)
        else { return false }
        return !bytes.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"),
            UInt8(ascii: "@"), UInt8(ascii: "$"):
            true
        default: false
        }
    }
}
