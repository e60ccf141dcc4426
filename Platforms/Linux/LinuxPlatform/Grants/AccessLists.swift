public import PosixSecurity

/// The access control lists of one file or directory.
public struct AccessLists: Hashable, Sendable {
    /// The list that decides about the object itself; minimal when only a mode is stored.
    public var access: AccessControlList
    /// The list that new entries of a directory inherit, if there is one.
    public var inherited: AccessControlList?

    /// Makes a pair.
    ///
    /// - Parameters:
    ///   - access: the list that decides about the object itself.
    ///   - inherited: the list that new entries of a directory inherit.
    public init(access: AccessControlList, inherited: AccessControlList? = nil) {
        self.access = access
        self.inherited = inherited
    }

    /// The larger number of named entries of the two lists.
    var namedEntryCount: Int { max(access.namedEntryCount, inherited?.namedEntryCount ?? 0) }
}
