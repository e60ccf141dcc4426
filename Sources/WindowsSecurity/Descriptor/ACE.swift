/// One entry of an access control list: whom it speaks about, what it grants, denies, audits or labels.
///
/// Windows: an access control entry (ACE), `ACE_HEADER` and the structures behind it, MS-DTYP 2.4.4.
public struct ACE: Hashable, Sendable {
    /// What the entry does.
    public var type: EntryType
    /// How it is inherited and, for audits, what it watches.
    public var flags: EntryFlags
    /// The rights.
    public var mask: AccessMask
    /// Whom the entry speaks about; Windows: the SID of the trustee.
    public var trustee: SID
    /// What only some types carry.
    public var detail: Detail

    /// What only some types of entry carry.
    public indirect enum Detail: Hashable, Sendable {
        /// Nothing more.
        case none
        /// The object types of an object entry, and application data behind them.
        case object(ObjectTypes, applicationData: [UInt8])
        /// The condition of a callback entry or the attribute of a resource entry, in bytes.
        case applicationData([UInt8])
        /// The bytes behind the header of an entry whose layout is unknown.
        case opaque([UInt8])
    }

    /// The object types an object entry is limited to; MS-DTYP 2.4.4.3.
    public struct ObjectTypes: Hashable, Sendable {
        /// The property, property set, extended right or child class the entry speaks about.
        public var objectType: GUID?
        /// The class of object that inherits the entry.
        public var inheritedObjectType: GUID?

        /// Makes the pair.
        ///
        /// - Parameters:
        ///   - objectType: what the entry speaks about, or nothing for all.
        ///   - inheritedObjectType: which class inherits it, or nothing for all.
        public init(objectType: GUID? = nil, inheritedObjectType: GUID? = nil) {
            self.objectType = objectType
            self.inheritedObjectType = inheritedObjectType
        }
    }

    /// Makes an entry.
    ///
    /// - Parameters:
    ///   - type: what the entry does.
    ///   - flags: how it is inherited.
    ///   - mask: the rights.
    ///   - trustee: whom it speaks about.
    ///   - detail: what only some types carry.
    public init(
        _ type: EntryType, flags: EntryFlags = [], mask: AccessMask, trustee: SID, detail: Detail = .none
    ) {
        self.type = type
        self.flags = flags
        self.mask = mask
        self.trustee = trustee
        self.detail = detail
    }

    /// An entry that allows rights; Windows: `ACCESS_ALLOWED_ACE`.
    ///
    /// - Parameters:
    ///   - mask: the rights.
    ///   - trustee: who gets them.
    ///   - flags: how the entry is inherited.
    /// - Returns: the entry.
    public static func allow(_ mask: AccessMask, to trustee: SID, flags: EntryFlags = []) -> ACE {
        ACE(.accessAllowed, flags: flags, mask: mask, trustee: trustee)
    }

    /// An entry that denies rights; Windows: `ACCESS_DENIED_ACE`.
    ///
    /// - Parameters:
    ///   - mask: the rights.
    ///   - trustee: who is kept from them.
    ///   - flags: how the entry is inherited.
    /// - Returns: the entry.
    public static func deny(_ mask: AccessMask, to trustee: SID, flags: EntryFlags = []) -> ACE {
        ACE(.accessDenied, flags: flags, mask: mask, trustee: trustee)
    }

    /// Whether the entry only serves to be inherited.
    @inlinable public var isInheritOnly: Bool { flags.contains(.inheritOnly) }

    /// Whether the entry came from a parent.
    public var isInherited: Bool { flags.contains(.inherited) }

    /// The object types, for an object entry.
    public var objectTypes: ObjectTypes? {
        if case .object(let types, _) = detail { types } else { nil }
    }

    /// The bytes of the condition or attribute, empty when there are none.
    public var applicationData: [UInt8] {
        switch detail {
        case .object(_, let data), .applicationData(let data): data
        case .none, .opaque: []
        }
    }
}
