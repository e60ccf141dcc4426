/// The entry of a named user or a named group inside its own table.
public struct NamedEntry: Hashable, Sendable {
    /// The user id or group id, as the table says.
    public let id: UInt32
    /// What the entry allows, before the mask.
    public var permissions: Permissions

    /// Makes an entry.
    ///
    /// - Parameters:
    ///   - id: a user id or a group id.
    ///   - permissions: what the entry allows, before the mask.
    public init(id: UInt32, permissions: Permissions) {
        self.id = id
        self.permissions = permissions
    }
}
