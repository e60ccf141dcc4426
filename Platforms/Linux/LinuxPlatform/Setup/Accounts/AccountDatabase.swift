internal import SandboxModel

/// The local account files, as they are now (`passwd(5)`, `shadow(5)`, `group(5)`, `gshadow(5)`, `subuid(5)`).
///
/// Lines that are not of the right form are passed over, as the C library does.
struct AccountDatabase: Sendable {
    /// A line of `/etc/passwd`.
    struct User: Hashable, Sendable {
        let name: String
        let password: String
        let identifier: UInt32
        let group: UInt32
        let home: String
        let shell: String
    }

    /// A line of `/etc/group`.
    struct Group: Hashable, Sendable {
        let name: String
        let identifier: UInt32
        let members: [String]
    }

    /// A line of `/etc/subuid` or `/etc/subgid`.
    struct Range: Hashable, Sendable {
        let owner: String
        let first: UInt64
        let count: UInt64

        /// Whether the range has an identifier in common with another one.
        func overlaps(_ other: Swift.Range<UInt64>) -> Bool {
            first < other.upperBound && other.lowerBound < first &+ count
        }
    }

    /// The users.
    let users: [User]
    /// The groups.
    let groups: [Group]
    /// The password fields of `/etc/shadow`, by user name.
    let shadow: [String: String]
    /// The password fields of `/etc/gshadow`, by group name.
    let groupShadow: [String: String]
    /// The members that `/etc/gshadow` lists, by group name.
    let groupShadowMembers: [String: [String]]
    /// The subordinate user ids.
    let subordinateUsers: [Range]
    /// The subordinate group ids.
    let subordinateGroups: [Range]

    /// Reads the files of this machine.
    init() throws(SetupError) {
        users = try Self.lines("/etc/passwd").compactMap(User.init(fields:))
        groups = try Self.lines("/etc/group").compactMap(Group.init(fields:))
        shadow = Self.passwords(try Self.lines("/etc/shadow"))
        let groupShadowLines = try Self.lines("/etc/gshadow")
        groupShadow = Self.passwords(groupShadowLines)
        let members = groupShadowLines.filter { $0.count == 4 }.map { fields in
            (fields[0], fields[3].split(separator: ",").map(String.init))
        }
        groupShadowMembers = Dictionary(members) { first, _ in first }
        subordinateUsers = try Self.lines("/etc/subuid").compactMap(Range.init(fields:))
        subordinateGroups = try Self.lines("/etc/subgid").compactMap(Range.init(fields:))
    }

    /// The user of a name.
    func user(_ name: String) -> User? { users.first { $0.name == name } }

    /// The group of a name.
    func group(_ name: String) -> Group? { groups.first { $0.name == name } }

    private static func lines(_ path: String) throws(SetupError) -> [[String]] {
        let text = String(decoding: try FileContent.read(path: path) ?? [], as: UTF8.self)
        return text.split(separator: "\n").map {
            $0.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private static func passwords(_ lines: [[String]]) -> [String: String] {
        var passwords: [String: String] = [:]
        for fields in lines where fields.count >= 2 && passwords[fields[0]] == nil { passwords[fields[0]] = fields[1] }
        return passwords
    }
}
