/// What the lists of an entry are to say after a pass.
enum EntryPurpose: Int, CaseIterable, Sendable {
    /// The capability may read and write it.
    case writable
    /// The principals may do no more than read it, as they could without any grant.
    case protected
    /// The sandbox users may read it.
    case readable
    /// Nothing of a writable root is left.
    case withdrawn
    /// Nothing of a readable root is left.
    case readWithdrawn

    /// Whether the pass takes entries out, and therefore visits everything.
    var isUndo: Bool { self == .withdrawn || self == .readWithdrawn }
}
