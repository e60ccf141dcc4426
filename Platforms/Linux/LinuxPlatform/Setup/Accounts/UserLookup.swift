public import SandboxModel

/// Finds the real user in every account source of the machine, not only the local files (`nsswitch.conf(5)`).
public enum UserLookup {
    /// A user with a home directory.
    public struct Found: Hashable, Sendable {
        /// The user.
        public let user: RealUser
        /// The path of the home directory.
        public let home: String
    }

    /// Looks a user up.
    ///
    /// - Parameter name: the name, as a person typed it.
    /// - Returns: the user.
    /// - Throws: `.unknownUser` for a name that cannot be one, that nobody has, or that cannot be enrolled.
    public static func find(_ name: String) throws(SetupError) -> Found {
        guard RealUser.isValid(name: name) else {
            throw refusal(name, "this is not an account name", remedy: "give the login name, not a number")
        }
        guard !Principal.allCases.map(\.accountName).contains(name) else {
            throw refusal(name, "this is an account of the sandbox", remedy: "give the name of a person's account")
        }
        let result = try ToolRunner().require(
            .getent, ["passwd", "--", name], accepted: [0, 2], to: "look up the user", name)
        guard result.status == 0, let line = result.output.split(separator: "\n").first,
            let entry = AccountDatabase.User(line: line), entry.name == name
        else { throw refusal(name, "there is no such user", remedy: "see 'getent passwd' for the names") }
        guard let user = RealUser(name: name, identifier: entry.identifier) else {
            throw refusal(name, "this is root", remedy: "the sandbox protects an ordinary account; give its name")
        }
        return Found(user: user, home: entry.home)
    }

    private static func refusal(_ name: String, _ detail: String, remedy: String) -> SetupError {
        let printable = name.unicodeScalars.map { $0.isASCII && $0.value > 31 && $0.value != 127 ? String($0) : "?" }
        return SetupError(
            .unknownUser, action: "enrol", subject: "'\(printable.joined().prefix(64))'", detail: detail, remedy: remedy
        )
    }
}
