/// Why a list of entries is not an access control list.
///
/// POSIX.1e draft 17, `acl_valid()`.
public struct AccessControlListError: Error, Hashable, Sendable {
    /// The broken rule.
    public enum Code: Hashable, Sendable {
        /// `owner`, `owningGroup` or `other` is missing.
        case missingBaseEntry
        /// There is a named entry but no mask.
        case missingMask
        /// Two entries concern the same subject.
        case duplicateEntry
        /// An entry carries bits beyond read, write and execute.
        case unknownPermission
        /// A named entry carries the id 4294967295, which no user or group can have (`ACL_UNDEFINED_ID`).
        case undefinedIdentifier
    }

    /// The broken rule.
    public let code: Code
    /// The entry that breaks it, or the one that is missing.
    public let tag: AccessControlTag

    init(_ code: Code, _ tag: AccessControlTag) {
        self.code = code
        self.tag = tag
    }
}

extension AccessControlListError: CustomStringConvertible {
    /// What is wrong, for a person.
    public var description: String {
        switch code {
        case .missingBaseEntry: "the access control list has no entry for \(tag)"
        case .missingMask: "the access control list names \(tag) but has no mask"
        case .duplicateEntry: "the access control list has two entries for \(tag)"
        case .unknownPermission: "the entry for \(tag) has permissions other than read, write and execute"
        case .undefinedIdentifier: "the entry for \(tag) names an id that cannot exist"
        }
    }
}
