extension AccessControlList {
    /// Makes a list out of entries in any order.
    ///
    /// - Parameter entries: exactly one of each base entry, at most one mask, any number of distinct names.
    /// - Throws: `AccessControlListError` with the first rule that is broken.
    public init(entries: some Sequence<AccessControlEntry>) throws(AccessControlListError) {
        var base: [AccessControlTag: Permissions] = [:]
        var users: [NamedEntry] = []
        var groups: [NamedEntry] = []
        for entry in entries {
            guard entry.permissions.isSubset(of: .all) else {
                throw AccessControlListError(.unknownPermission, entry.tag)
            }
            switch entry.tag {
            case .user(let id): users.append(NamedEntry(id: id, permissions: entry.permissions))
            case .group(let id): groups.append(NamedEntry(id: id, permissions: entry.permissions))
            case .owner, .owningGroup, .mask, .other:
                guard base.updateValue(entry.permissions, forKey: entry.tag) == nil else {
                    throw AccessControlListError(.duplicateEntry, entry.tag)
                }
            }
        }
        guard let owner = base[.owner] else { throw AccessControlListError(.missingBaseEntry, .owner) }
        guard let owningGroup = base[.owningGroup] else {
            throw AccessControlListError(.missingBaseEntry, .owningGroup)
        }
        guard let other = base[.other] else { throw AccessControlListError(.missingBaseEntry, .other) }
        self.init(mode: 0)
        self.owner = owner
        self.owningGroup = owningGroup
        self.other = other
        mask = base[.mask]
        self.users = try Self.sorted(users) { .user($0) }
        self.groups = try Self.sorted(groups) { .group($0) }
        if mask == nil, let named = self.entries.first(where: \.tag.isNamed) {
            throw AccessControlListError(.missingMask, named.tag)
        }
    }

    private static func sorted(
        _ entries: [NamedEntry], as tag: (UInt32) -> AccessControlTag
    ) throws(AccessControlListError) -> [NamedEntry] {
        let sorted = entries.sorted { $0.id < $1.id }
        if let last = sorted.last, last.id == .max { throw AccessControlListError(.undefinedIdentifier, tag(last.id)) }
        for (one, next) in zip(sorted, sorted.dropFirst()) where one.id == next.id {
            throw AccessControlListError(.duplicateEntry, tag(one.id))
        }
        return sorted
    }
}
