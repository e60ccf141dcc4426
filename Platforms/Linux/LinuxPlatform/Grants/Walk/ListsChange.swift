internal import PosixSecurity

/// A change of lists, ready to be written.
final class ListsChange: Sendable {
    /// What becomes of the default list of a directory.
    enum Inherited: Equatable, Sendable {
        /// It stays.
        case kept
        /// It goes.
        case removed
        /// It becomes this value of the extended attribute.
        case set([UInt8])
    }

    /// The lists before.
    let before: AccessLists
    /// The lists after.
    let after: AccessLists
    /// The new value of the access list, if it changes.
    let access: [UInt8]?
    /// What becomes of the default list.
    let inherited: Inherited
    /// Whether the lists before must be remembered for an exact undo.
    let needsImage: Bool

    /// Compares lists and prepares what must be written.
    init(before: AccessLists, after: AccessLists, needsImage: Bool) {
        self.before = before
        self.after = after
        self.needsImage = needsImage
        access = before.access == after.access ? nil : after.access.extendedAttribute()
        if before.inherited == after.inherited {
            inherited = .kept
        } else if let list = after.inherited {
            inherited = .set(list.extendedAttribute())
        } else {
            inherited = .removed
        }
    }
}
