internal import PosixSecurity

/// The pure rules of a pass: lists in, lists out.
///
/// No rule ever gives a right to anybody but the capability or the sandbox users: where a mask must be raised, what it
/// held back from others is taken out of their entries.
struct GrantRules: Sendable {
    /// The user whose files they are.
    let owner: UInt32
    /// The group id of the capability; unused by passes for reading.
    let capability: UInt32
    /// The group id of all sandboxes of the owner, `Registry.Block.readers`.
    let users: UInt32
    /// The user ids of the principals; unused by passes for reading.
    let principals: [UInt32]
    /// Whether closed entries are granted too.
    let includePrivate: Bool

    /// What the lists have to be.
    ///
    /// - Parameters:
    ///   - purpose: what the pass wants of the entry.
    ///   - lists: the lists as they are.
    ///   - isDirectory: whether it is a directory.
    ///   - isRoot: whether it is the named root itself, which is never left alone for being closed.
    /// - Returns: the lists as they have to be, equal to `lists` where nothing is missing, or `nil` for a closed entry.
    func apply(
        _ purpose: EntryPurpose, to lists: AccessLists, isDirectory: Bool, isRoot: Bool
    ) -> AccessLists? {
        switch purpose {
        case .writable, .readable:
            if !isRoot, !includePrivate, isClosed(lists.access) { return nil }
            return purpose == .writable
                ? writable(lists, isDirectory: isDirectory) : readable(lists, isDirectory: isDirectory)
        case .protected: return protected(lists, isDirectory: isDirectory)
        case .withdrawn: return withdrawn(lists)
        case .readWithdrawn: return readWithdrawn(lists)
        }
    }

    /// Whether taking the entries of a grant out again would not give the lists before it.
    ///
    /// A mask without names that equals the rights of the owning group, as `setfacl -x` leaves it, says no more than the mode
    /// does and is not missed.
    func needsImage(before: AccessLists, after: AccessLists, purpose: EntryPurpose) -> Bool {
        if purpose.isUndo { return false }
        let undo = purpose == .readable ? readWithdrawn : withdrawn
        var wanted = before
        if before.access.namedEntryCount == 0, before.access.mask == before.access.owningGroup {
            wanted.access.mask = nil
        }
        return undo(before) == before && undo(after) != wanted
    }

    /// Whether an image is of a grant that this undo takes back: its entries were added between the two lists.
    func isImage(_ image: AccessListsImage, of purpose: EntryPurpose) -> Bool {
        let undo = purpose == .readWithdrawn ? readWithdrawn : withdrawn
        return undo(image.before) == image.before && undo(image.after) != image.after
    }

    /// Neither the group (with everybody named) nor others have any right.
    private func isClosed(_ list: AccessControlList) -> Bool { list.mode & 0o077 == 0 }

    /// Gives a named group at least these rights, effectively.
    func ensure(group: UInt32, _ wanted: Permissions, in list: inout AccessControlList) {
        if let now = list.group(group), wanted.isSubset(of: now.intersection(list.effectiveMask)) { return }
        list.setGroup(group, wanted)
        list.raiseMask(by: wanted, keepingUsers: [owner], groups: [group])
    }
}
