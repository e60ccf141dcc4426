/// One edit of a descriptor or a token.
///
/// Windows: what `SetSecurityInfo` in aclapi.h does to a DACL in one entry, and the `SidsToRestrict` of
/// `CreateRestrictedToken` in securitybaseapi.h in one SID.
public enum AccessEdit: Hashable, Sendable {
    /// A restricting SID is added.
    case addRestrictingSID(SID)
    /// A restricting SID is taken away.
    case removeRestrictingSID(SID)
    /// The entry at an index moves to another one.
    case moveEntry(from: Int, to: Int)
    /// The entry at an index is removed.
    case removeEntry(Int)
    /// An entry is added at an index.
    case addEntry(ACE, at: Int)

    /// How much is changed: one for a SID, the distance for a move, the number of rights for an entry.
    ///
    /// - Parameter descriptor: the descriptor before the edit.
    /// - Returns: a positive number.
    public func weight(in descriptor: SecurityDescriptor) -> Int {
        switch self {
        case .addRestrictingSID, .removeRestrictingSID: 1
        case .moveEntry(let from, let to): abs(from - to)
        case .removeEntry(let index):
            if let entries = descriptor.dacl.list?.entries, entries.indices.contains(index) {
                max(1, entries[index].mask.rawValue.nonzeroBitCount)
            } else {
                1
            }
        case .addEntry(let entry, _): max(1, entry.mask.rawValue.nonzeroBitCount)
        }
    }

    /// Where the edit stands among edits of the same weight.
    var rank: Int {
        switch self {
        case .moveEntry: 0
        case .removeRestrictingSID: 1
        case .addRestrictingSID: 2
        case .removeEntry: 3
        case .addEntry: 4
        }
    }

    /// Makes the edit.
    ///
    /// - Parameters:
    ///   - descriptor: the descriptor, changed by edits of entries; one without the list or the place stays as it is.
    ///   - token: the token, changed by edits of restricting SIDs.
    public func apply(to descriptor: inout SecurityDescriptor, token: inout AccessToken) {
        switch self {
        case .addRestrictingSID(let sid): token.restrictingSIDs = (token.restrictingSIDs ?? []) + [TokenGroup(sid)]
        case .removeRestrictingSID(let sid): token.restrictingSIDs?.removeAll { $0.sid == sid }
        case .moveEntry, .removeEntry, .addEntry:
            guard case .list(var list) = descriptor.dacl, apply(to: &list.entries) else { return }
            descriptor.dacl = .list(list)
        }
    }

    /// Makes an edit of entries; false when the place does not exist.
    private func apply(to entries: inout [ACE]) -> Bool {
        switch self {
        case .moveEntry(let from, let to):
            guard entries.indices.contains(from), entries.indices.contains(to) else { return false }
            entries.insert(entries.remove(at: from), at: to)
        case .removeEntry(let index):
            guard entries.indices.contains(index) else { return false }
            entries.remove(at: index)
        case .addEntry(let entry, let index):
            guard (0...entries.count).contains(index) else { return false }
            entries.insert(entry, at: index)
        case .addRestrictingSID, .removeRestrictingSID: return false
        }
        return true
    }
}

extension AccessEdit: CustomStringConvertible {
    /// The edit in words.
    public var description: String {
        switch self {
        case .addRestrictingSID(let sid): "add the restricting SID \(sid)"
        case .removeRestrictingSID(let sid): "remove the restricting SID \(sid)"
        case .moveEntry(let from, let to): "move entry \(from) to position \(to)"
        case .removeEntry(let index): "remove entry \(index)"
        case .addEntry(let entry, let index): "insert \(entry.sddl()) at position \(index)"
        }
    }
}
