/// One edit of a descriptor or a token.
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
            max(1, descriptor.dacl.list?.entries[index].mask.rawValue.nonzeroBitCount ?? 1)
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
    ///   - descriptor: the descriptor, changed by edits of entries; one without a list stays as it is.
    ///   - token: the token, changed by edits of restricting SIDs.
    public func apply(to descriptor: inout SecurityDescriptor, token: inout AccessToken) {
        switch self {
        case .addRestrictingSID(let sid): token.restrictingSIDs = (token.restrictingSIDs ?? []) + [TokenGroup(sid)]
        case .removeRestrictingSID(let sid): token.restrictingSIDs?.removeAll { $0.sid == sid }
        case .moveEntry(let from, let to):
            guard case .list(var list) = descriptor.dacl else { return }
            list.entries.insert(list.entries.remove(at: from), at: to)
            descriptor.dacl = .list(list)
        case .removeEntry(let index):
            guard case .list(var list) = descriptor.dacl else { return }
            list.entries.remove(at: index)
            descriptor.dacl = .list(list)
        case .addEntry(let entry, let index):
            guard case .list(var list) = descriptor.dacl else { return }
            list.entries.insert(entry, at: index)
            descriptor.dacl = .list(list)
        }
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
