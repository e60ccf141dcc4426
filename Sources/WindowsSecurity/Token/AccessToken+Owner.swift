extension AccessToken {
    /// The owner of new objects: the one the token names, else the user.
    public var owner: SID? { defaultOwner ?? user.sid }

    /// Whether the token may make a SID the owner of an object.
    ///
    /// It may name the user and groups with `SE_GROUP_OWNER`, and with `SeRestorePrivilege` anybody.
    ///
    /// - Parameter sid: the new owner.
    /// - Returns: true when the owner is accepted.
    public func maySetOwner(to sid: SID) -> Bool {
        if holds(.restore) || user.sid == sid { return true }
        return groups.contains { $0.sid == sid && $0.attributes.contains(.owner) && !$0.isDenyOnly }
    }
}
