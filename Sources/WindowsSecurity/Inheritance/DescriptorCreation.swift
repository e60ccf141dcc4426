/// What the descriptor of a new object is made from.
///
/// Windows: the parameters of `CreatePrivateObjectSecurityEx` in securitybaseapi.h, MS-DTYP 2.5.3.4.1.
public struct DescriptorCreation: Hashable, Sendable {
    /// The descriptor of the container the object is made in.
    public var parent: SecurityDescriptor?
    /// The descriptor the creator passes.
    public var creator: SecurityDescriptor?
    /// Whether the object holds children of its own.
    public var isContainer: Bool
    /// The class of the object, for object entries.
    public var objectType: GUID?
    /// How the parts are put together.
    public var flags: CreationFlags
    /// What the generic rights mean for the object.
    public var mapping: GenericMapping

    /// Makes the ingredients.
    ///
    /// - Parameters:
    ///   - parent: the descriptor of the container.
    ///   - creator: the descriptor the creator passes.
    ///   - isContainer: whether the object holds children of its own.
    ///   - objectType: the class of the object, for object entries.
    ///   - flags: how the parts are put together.
    ///   - mapping: what the generic rights mean for the object.
    public init(
        parent: SecurityDescriptor?, creator: SecurityDescriptor? = nil, isContainer: Bool,
        objectType: GUID? = nil, flags: CreationFlags = [], mapping: GenericMapping
    ) {
        self.parent = parent
        self.creator = creator
        self.isContainer = isContainer
        self.objectType = objectType
        self.flags = flags
        self.mapping = mapping
    }
}
