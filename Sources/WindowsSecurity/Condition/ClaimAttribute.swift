/// A named list of values: a claim about a user or a machine, or an attribute of an object.
///
/// Windows: `CLAIM_SECURITY_ATTRIBUTE_RELATIVE_V1`, MS-DTYP 2.4.10.1.
public struct ClaimAttribute: Hashable, Sendable {
    /// The values, all of one type.
    public enum Values: Hashable, Sendable {
        /// Signed numbers; Windows: `CLAIM_SECURITY_ATTRIBUTE_TYPE_INT64`, SDDL `TI`.
        case integers([Int64])
        /// Unsigned numbers; Windows: `CLAIM_SECURITY_ATTRIBUTE_TYPE_UINT64`, SDDL `TU`.
        case unsignedIntegers([UInt64])
        /// Text; Windows: `CLAIM_SECURITY_ATTRIBUTE_TYPE_STRING`, SDDL `TS`.
        case strings([[UInt16]])
        /// Identifiers; Windows: `CLAIM_SECURITY_ATTRIBUTE_TYPE_SID`, SDDL `TD`.
        case sids([SID])
        /// Truth values as numbers; Windows: `CLAIM_SECURITY_ATTRIBUTE_TYPE_BOOLEAN`, SDDL `TB`.
        case booleans([UInt64])
        /// Bytes; Windows: `CLAIM_SECURITY_ATTRIBUTE_TYPE_OCTET_STRING`, SDDL `TX`.
        case octets([[UInt8]])

        /// The number of values.
        public var count: Int {
            switch self {
            case .integers(let values): values.count
            case .unsignedIntegers(let values), .booleans(let values): values.count
            case .strings(let values): values.count
            case .sids(let values): values.count
            case .octets(let values): values.count
            }
        }

        /// The number that stands for the type in the binary form.
        public var typeCode: UInt16 {
            switch self {
            case .integers: 1
            case .unsignedIntegers: 2
            case .strings: 3
            case .sids: 5
            case .booleans: 6
            case .octets: 16
            }
        }
    }

    /// The name, in UTF-16 as Windows keeps it.
    public var name: [UInt16]
    /// Flags; bit 1 makes comparisons of text case-sensitive.
    ///
    /// Windows: `CLAIM_SECURITY_ATTRIBUTE_*`.
    public var flags: UInt32
    /// The values.
    public var values: Values

    /// Makes an attribute.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - flags: `CLAIM_SECURITY_ATTRIBUTE_*`.
    ///   - values: the values, all of one type.
    public init(name: String, flags: UInt32 = 0, values: Values) {
        self.init(name: Array(name.utf16), flags: flags, values: values)
    }

    /// Makes an attribute with a name in UTF-16.
    ///
    /// - Parameters:
    ///   - name: the name as Windows keeps it.
    ///   - flags: `CLAIM_SECURITY_ATTRIBUTE_*`.
    ///   - values: the values, all of one type.
    public init(name: [UInt16], flags: UInt32 = 0, values: Values) {
        self.name = name
        self.flags = flags
        self.values = values
    }

    /// Whether comparisons of text heed case; Windows: `CLAIM_SECURITY_ATTRIBUTE_VALUE_CASE_SENSITIVE`.
    public var isCaseSensitive: Bool { flags & 0x2 != 0 }
}
