extension ACL {
    /// Applies wishes in their order.
    ///
    /// New denies go to the front, new grants before the first entry that allows something. Windows:
    /// `SetEntriesInAclW`.
    ///
    /// - Parameters:
    ///   - wishes: what is to be done.
    ///   - questions: the readings of what nobody has settled.
    /// - Returns: the new list.
    public func setting(_ wishes: [ExplicitAccess], questions: OpenQuestions = OpenQuestions()) -> ACL {
        var list = self
        for wish in wishes { list.apply(wish, questions) }
        return list
    }

    private mutating func apply(_ wish: ExplicitAccess, _ questions: OpenQuestions) {
        switch wish.mode {
        case .deny:
            merge(.deny(wish.mask, to: wish.trustee, flags: wish.inheritance)) { _ in 0 }
        case .grant:
            merge(.allow(wish.mask, to: wish.trustee, flags: wish.inheritance), at: Self.firstAllow)
        case .set:
            entries.removeAll { !$0.isInherited && $0.trustee == wish.trustee && ($0.type.isAllow || $0.type.isDeny) }
            let entry = ACE.allow(wish.mask, to: wish.trustee, flags: wish.inheritance)
            entries.insert(entry, at: Self.firstAllow(entries))
        case .revoke:
            entries.removeAll {
                !$0.isInherited && $0.trustee == wish.trustee
                    && !(questions.revocationKeepsDenials && $0.type.isDeny)
            }
        }
    }

    /// Adds the rights to an entry of the same kind, trustee and inheritance, or inserts a new one.
    private mutating func merge(_ entry: ACE, at position: ([ACE]) -> Int) {
        let index = entries.firstIndex {
            $0.type == entry.type && $0.trustee == entry.trustee && $0.flags == entry.flags && $0.detail == .none
        }
        if let index {
            entries[index].mask.formUnion(entry.mask)
        } else {
            entries.insert(entry, at: position(entries))
        }
    }

    /// Where a new allowing entry goes: before the first one there is, behind the explicit denies.
    private static func firstAllow(_ entries: [ACE]) -> Int {
        entries.firstIndex { $0.isInherited || $0.type.isAllow } ?? entries.count
    }
}
