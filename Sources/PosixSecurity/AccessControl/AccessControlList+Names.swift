extension AccessControlList {
    /// What the entry of a named user allows before the mask, or nothing when there is none.
    ///
    /// - Parameter id: a user id.
    /// - Returns: the permissions of its entry.
    public func user(_ id: UInt32) -> Permissions? { users.first { $0.id == id }?.permissions }

    /// What the entry of a named group allows before the mask, or nothing when there is none.
    ///
    /// - Parameter id: a group id.
    /// - Returns: the permissions of its entry.
    public func group(_ id: UInt32) -> Permissions? { groups.first { $0.id == id }?.permissions }

    /// Adds, replaces or removes the entry of a named user.
    ///
    /// A mask appears with the first name and equals the rights of the owning group, so that nobody gains anything.
    ///
    /// - Parameters:
    ///   - id: a user id.
    ///   - permissions: what the entry allows before the mask; `nil` removes it.
    public mutating func setUser(_ id: UInt32, _ permissions: Permissions?) {
        Self.set(id, permissions, in: &users)
        if mask == nil, namedEntryCount > 0 { mask = owningGroup }
    }

    /// Adds, replaces or removes the entry of a named group.
    ///
    /// A mask appears with the first name and equals the rights of the owning group, so that nobody gains anything.
    ///
    /// - Parameters:
    ///   - id: a group id.
    ///   - permissions: what the entry allows before the mask; `nil` removes it.
    public mutating func setGroup(_ id: UInt32, _ permissions: Permissions?) {
        Self.set(id, permissions, in: &groups)
        if mask == nil, namedEntryCount > 0 { mask = owningGroup }
    }

    private static func set(_ id: UInt32, _ permissions: Permissions?, in table: inout [NamedEntry]) {
        let position = table.firstIndex { $0.id >= id } ?? table.endIndex
        let exists = position < table.endIndex && table[position].id == id
        switch (permissions, exists) {
        case (let permissions?, true): table[position].permissions = permissions
        case (let permissions?, false): table.insert(NamedEntry(id: id, permissions: permissions), at: position)
        case (nil, true): table.remove(at: position)
        case (nil, false): break
        }
    }
}
