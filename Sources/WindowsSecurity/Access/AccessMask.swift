/// A set of access rights: what an entry grants or denies, and what a caller asks for.
///
/// Bits 0 to 15 belong to the type of the object, 16 to 20 are the standard rights, 24 and 25 are special, 28 to 31
/// are generic and replaced by a ``GenericMapping``. Windows: `ACCESS_MASK`, MS-DTYP 2.4.3.
public struct AccessMask: OptionSet, Hashable, Sendable {
    /// The 32 bits.
    public let rawValue: UInt32

    /// Makes a set of its bits.
    ///
    /// - Parameter rawValue: the 32 bits.
    @inlinable
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// To delete the object; Windows: `DELETE`.
    public static let delete = AccessMask(rawValue: 0x0001_0000)
    /// To read the descriptor without its SACL; Windows: `READ_CONTROL`.
    public static let readControl = AccessMask(rawValue: 0x0002_0000)
    /// To change the DACL; Windows: `WRITE_DAC`.
    public static let writeDACL = AccessMask(rawValue: 0x0004_0000)
    /// To change the owner; Windows: `WRITE_OWNER`.
    public static let writeOwner = AccessMask(rawValue: 0x0008_0000)
    /// To wait for the object; Windows: `SYNCHRONIZE`.
    public static let synchronize = AccessMask(rawValue: 0x0010_0000)
    /// To read and change the SACL; Windows: `ACCESS_SYSTEM_SECURITY`.
    public static let accessSystemSecurity = AccessMask(rawValue: 0x0100_0000)
    /// Everything that can be had; Windows: `MAXIMUM_ALLOWED`.
    public static let maximumAllowed = AccessMask(rawValue: 0x0200_0000)
    /// All rights the type knows; Windows: `GENERIC_ALL`.
    public static let genericAll = AccessMask(rawValue: 0x1000_0000)
    /// The rights to execute; Windows: `GENERIC_EXECUTE`.
    public static let genericExecute = AccessMask(rawValue: 0x2000_0000)
    /// The rights to write; Windows: `GENERIC_WRITE`.
    public static let genericWrite = AccessMask(rawValue: 0x4000_0000)
    /// The rights to read; Windows: `GENERIC_READ`.
    public static let genericRead = AccessMask(rawValue: 0x8000_0000)

    /// The four generic bits.
    public static let generic = AccessMask(rawValue: 0xF000_0000)
    /// The five standard rights; Windows: `STANDARD_RIGHTS_ALL`.
    public static let standard = AccessMask(rawValue: 0x001F_0000)
    /// The sixteen bits that belong to the type; Windows: `SPECIFIC_RIGHTS_ALL`.
    public static let specific = AccessMask(rawValue: 0x0000_FFFF)
}

extension AccessMask: CustomStringConvertible {
    /// The bits as `0x` and eight lower-case hexadecimal digits.
    public var description: String {
        var bytes: [UInt8] = Array("0x".utf8)
        bytes.appendHexadecimalDigits(UInt64(rawValue), atLeast: 8)
        return String(decoding: bytes, as: UTF8.self)
    }
}
