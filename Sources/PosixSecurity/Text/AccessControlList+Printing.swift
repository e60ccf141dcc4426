extension AccessControlTag: CustomStringConvertible {
    /// The tag and qualifier in the short text form of acl(5), for example `g:65536` or `u:`.
    public var description: String {
        switch self {
        case .owner: "u:"
        case .user(let id): "u:\(id)"
        case .owningGroup: "g:"
        case .group(let id): "g:\(id)"
        case .mask: "m:"
        case .other: "o:"
        }
    }
}

extension AccessControlEntry: CustomStringConvertible {
    /// The entry in the short text form of acl(5), for example `g:65536:rw-`.
    public var description: String { "\(tag):\(permissions)" }
}

extension AccessControlList: CustomStringConvertible {
    /// The short text form of acl(5) with numeric ids, for example `u::rw-,g::r--,o::r--`.
    public var description: String { entries.map(\.description).joined(separator: ",") }
}
