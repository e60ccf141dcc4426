/// What an access control entry does.
///
/// Windows: `AceType`, MS-DTYP 2.4.4.1.
public struct EntryType: RawRepresentable, Hashable, Sendable {
    /// The byte in the header of the entry.
    public let rawValue: UInt8

    /// Makes a type.
    ///
    /// - Parameter rawValue: the byte in the header of the entry.
    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Windows: `ACCESS_ALLOWED_ACE_TYPE`, SDDL `A`.
    public static let accessAllowed = EntryType(rawValue: 0x00)
    /// Windows: `ACCESS_DENIED_ACE_TYPE`, SDDL `D`.
    public static let accessDenied = EntryType(rawValue: 0x01)
    /// Windows: `SYSTEM_AUDIT_ACE_TYPE`, SDDL `AU`.
    public static let systemAudit = EntryType(rawValue: 0x02)
    /// Windows: `SYSTEM_ALARM_ACE_TYPE`, SDDL `AL`; reserved.
    public static let systemAlarm = EntryType(rawValue: 0x03)
    /// Windows: `ACCESS_ALLOWED_OBJECT_ACE_TYPE`, SDDL `OA`.
    public static let accessAllowedObject = EntryType(rawValue: 0x05)
    /// Windows: `ACCESS_DENIED_OBJECT_ACE_TYPE`, SDDL `OD`.
    public static let accessDeniedObject = EntryType(rawValue: 0x06)
    /// Windows: `SYSTEM_AUDIT_OBJECT_ACE_TYPE`, SDDL `OU`.
    public static let systemAuditObject = EntryType(rawValue: 0x07)
    /// Windows: `SYSTEM_ALARM_OBJECT_ACE_TYPE`, SDDL `OL`; reserved.
    public static let systemAlarmObject = EntryType(rawValue: 0x08)
    /// Windows: `ACCESS_ALLOWED_CALLBACK_ACE_TYPE`, SDDL `XA`.
    public static let accessAllowedCallback = EntryType(rawValue: 0x09)
    /// Windows: `ACCESS_DENIED_CALLBACK_ACE_TYPE`, SDDL `XD`.
    public static let accessDeniedCallback = EntryType(rawValue: 0x0A)
    /// Windows: `ACCESS_ALLOWED_CALLBACK_OBJECT_ACE_TYPE`, SDDL `ZA`.
    public static let accessAllowedCallbackObject = EntryType(rawValue: 0x0B)
    /// Windows: `ACCESS_DENIED_CALLBACK_OBJECT_ACE_TYPE`.
    public static let accessDeniedCallbackObject = EntryType(rawValue: 0x0C)
    /// Windows: `SYSTEM_AUDIT_CALLBACK_ACE_TYPE`, SDDL `XU`.
    public static let systemAuditCallback = EntryType(rawValue: 0x0D)
    /// Windows: `SYSTEM_ALARM_CALLBACK_ACE_TYPE`; reserved.
    public static let systemAlarmCallback = EntryType(rawValue: 0x0E)
    /// Windows: `SYSTEM_AUDIT_CALLBACK_OBJECT_ACE_TYPE`.
    public static let systemAuditCallbackObject = EntryType(rawValue: 0x0F)
    /// Windows: `SYSTEM_ALARM_CALLBACK_OBJECT_ACE_TYPE`; reserved.
    public static let systemAlarmCallbackObject = EntryType(rawValue: 0x10)
    /// Windows: `SYSTEM_MANDATORY_LABEL_ACE_TYPE`, SDDL `ML`.
    public static let mandatoryLabel = EntryType(rawValue: 0x11)
    /// Windows: `SYSTEM_RESOURCE_ATTRIBUTE_ACE_TYPE`, SDDL `RA`.
    public static let resourceAttribute = EntryType(rawValue: 0x12)
    /// Windows: `SYSTEM_SCOPED_POLICY_ID_ACE_TYPE`, SDDL `SP`.
    public static let scopedPolicy = EntryType(rawValue: 0x13)
    /// Windows: `SYSTEM_PROCESS_TRUST_LABEL_ACE_TYPE`, SDDL `TL`.
    public static let processTrustLabel = EntryType(rawValue: 0x14)
    /// Windows: `SYSTEM_ACCESS_FILTER_ACE_TYPE`, SDDL `FL`.
    public static let accessFilter = EntryType(rawValue: 0x15)

    /// Whether the layout has object types.
    public var isObject: Bool { rawValue < 32 && 0x0001_99E0 as UInt32 >> UInt32(rawValue) & 1 != 0 }

    /// Whether a condition may follow the trustee.
    public var isCallback: Bool { (0x09...0x10).contains(rawValue) }

    /// Whether an entry of this type allows something.
    public var isAllow: Bool { rawValue == 0x00 || rawValue == 0x05 || rawValue == 0x09 || rawValue == 0x0B }

    /// Whether an entry of this type denies something.
    public var isDeny: Bool { rawValue == 0x01 || rawValue == 0x06 || rawValue == 0x0A || rawValue == 0x0C }

    /// Whether the layout is known: every type here except the compound one.
    var isKnown: Bool { rawValue <= 0x15 && rawValue != 0x04 }
}
