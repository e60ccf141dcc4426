/// What an entry of a parent is told about the child that inherits it.
///
/// Windows: the parameters of `ComputeInheritedACLfromParent`, MS-DTYP 2.5.3.4.4.
public struct InheritingChild: Hashable, Sendable {
    /// Whether the child holds children of its own.
    public var isContainer: Bool
    /// The owner that CREATOR OWNER is replaced by.
    public var owner: SID?
    /// The primary group that CREATOR GROUP is replaced by.
    public var group: SID?
    /// What the generic rights mean for the child.
    public var mapping: GenericMapping
    /// Whether inherited entries are marked as such; Windows: `INHERITED_ACE`.
    public var marksInherited: Bool
    /// The class of the child, for object entries.
    public var objectType: GUID?

    /// Makes a child.
    ///
    /// - Parameters:
    ///   - isContainer: whether the child holds children of its own.
    ///   - owner: the owner that CREATOR OWNER is replaced by.
    ///   - group: the primary group that CREATOR GROUP is replaced by.
    ///   - mapping: what the generic rights mean for the child.
    ///   - marksInherited: whether inherited entries are marked as such.
    ///   - objectType: the class of the child, for object entries.
    public init(
        isContainer: Bool, owner: SID?, group: SID?, mapping: GenericMapping, marksInherited: Bool,
        objectType: GUID? = nil
    ) {
        self.isContainer = isContainer
        self.owner = owner
        self.group = group
        self.mapping = mapping
        self.marksInherited = marksInherited
        self.objectType = objectType
    }
}
