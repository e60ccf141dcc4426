/// A type of securable object: its name, what the generic rights mean for it, which rights exist, what they are called.
///
/// Windows: `OBJECT_TYPE_INFORMATION` in winternl.h; the masks are those of the kernel's object types and of the service manager.
public struct ObjectType: Hashable, Sendable {
    /// One right and its Windows name.
    public struct NamedRight: Hashable, Sendable {
        /// The name in the Windows headers, for example `FILE_ADD_FILE`.
        public let name: String
        /// The bits.
        public let mask: AccessMask
    }

    /// The name in the kernel, for example `File`.
    public let name: String
    /// What the generic rights stand for.
    public let mapping: GenericMapping
    /// The rights that can be asked for, or nothing where Windows does not say.
    public let validAccess: AccessMask?
    /// The rights that belong to this type alone, by single bits, with their names.
    public let rights: [NamedRight]

    init(_ name: String, _ mapping: GenericMapping, valid: UInt32? = nil, rights: [(String, UInt32)]) {
        self.name = name
        self.mapping = mapping
        self.validAccess = valid.map(AccessMask.init(rawValue:))
        self.rights = rights.map { NamedRight(name: $0.0, mask: AccessMask(rawValue: $0.1)) }
    }

    /// Makes a type of one's own.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - mapping: what the generic rights stand for.
    ///   - rights: the rights that belong to this type alone, with their names.
    public init(_ name: String, mapping: GenericMapping, rights: [(name: String, mask: AccessMask)]) {
        self.name = name
        self.mapping = mapping
        validAccess = nil
        self.rights = rights.map { NamedRight(name: $0.name, mask: $0.mask) }
    }

    /// Finds a type by its kernel name, without regard to case.
    ///
    /// - Parameter name: for example `File` or `key`.
    /// - Returns: the type, or nothing for an unknown name.
    public static func named(_ name: String) -> ObjectType? {
        let wanted = name.lowercased()
        return all.first { $0.name.lowercased() == wanted }
    }

    /// The names of the rights in a mask, type-specific ones first; bits without a name come last in hexadecimal.
    ///
    /// - Parameter mask: any rights.
    /// - Returns: the names in the order of the bits.
    public func names(in mask: AccessMask) -> [String] {
        var rest = mask
        var names: [String] = []
        for right in rights + Self.standardRights where rest.isSuperset(of: right.mask) && !right.mask.isEmpty {
            names.append(right.name)
            rest.subtract(right.mask)
        }
        if !rest.isEmpty { names.append(rest.description) }
        return names
    }
}
