/// One node of the tree of classes and properties that an access check is asked about.
///
/// Windows: `OBJECT_TYPE_LIST` in winnt.h.
public struct ObjectTypeNode: Hashable, Sendable {
    /// The depth: 0 for the object itself, 1 for a property set, 2 for a property; `ACCESS_OBJECT_GUID` and so on.
    public var level: Int
    /// The class, property set or property.
    public var type: GUID
    /// The types above the node, when it is asked about on its own.
    var ancestors: [GUID] = []

    /// Makes a node.
    ///
    /// - Parameters:
    ///   - level: the depth; the first node has 0, and no node is more than one deeper than the one before.
    ///   - type: the class, property set or property.
    public init(level: Int, type: GUID) {
        self.level = level
        self.type = type
    }
}
