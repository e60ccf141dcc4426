/// Why a pass left an entry as it was.
public enum OmissionReason: String, CaseIterable, Hashable, Sendable {
    /// A regular file with further names, which may lie outside the root.
    case hardLinked = "hard-linked"
    /// Somebody else owns it.
    case foreignOwner = "foreign-owner"
    /// It lies on another file system.
    case otherDevice = "other-device"
    /// The user may not open it.
    case unreadable = "unreadable"
    /// A named pipe, socket or device.
    case specialFile = "special-file"
    /// A symbolic link; its target is visited only under its own name.
    case symbolicLink = "symbolic-link"
    /// Its owner closed it to the group and to others.
    case closed = "closed"
    /// It has the set-group-id bit of a group that the user is not in: a change would lose the bit.
    case foreignSetGroup = "foreign-set-group"
    /// It gives its owner's or group's identity to whoever executes it: a writer could change the program and keep the bit.
    case identityBits = "identity-bits"
    /// Its access control list has no room for further entries.
    case listFull = "list-full"
    /// It lies deeper than the process may have files open.
    case tooDeep = "too-deep"
    /// Its list could not be restored exactly, and there is no room to remember more lists.
    case noRoom = "no-room"
    /// It disappeared during the pass.
    case vanished = "vanished"
    /// Its access control list breaks the rules of acl(5).
    case malformedList = "malformed-list"
    /// The kernel refuses the change, as for immutable and append-only files.
    case refused = "refused"

    /// What the reason is, in words.
    public var explanation: String {
        switch self {
        case .hardLinked: "has more than one name, perhaps one outside the root"
        case .foreignOwner: "belongs to somebody else"
        case .otherDevice: "lies on another file system"
        case .unreadable: "cannot be opened by you"
        case .specialFile: "is a pipe, a socket or a device"
        case .symbolicLink: "is a symbolic link"
        case .closed: "is closed to group and others"
        case .foreignSetGroup: "has the set-group-id bit of a group that you are not in"
        case .identityBits: "runs with its owner's or group's identity (set-id bits)"
        case .listFull: "has no room for further entries in its access control list"
        case .tooDeep: "lies deeper than files may be open at once"
        case .noRoom: "would need its former list remembered, and no more can be"
        case .vanished: "disappeared meanwhile"
        case .malformedList: "has an invalid access control list"
        case .refused: "cannot be changed (immutable or append-only)"
        }
    }
}
