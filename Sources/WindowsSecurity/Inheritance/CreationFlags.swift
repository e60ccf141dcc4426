/// How the descriptor of a new object is put together.
///
/// Windows: the `SEF_*` flags of `CreatePrivateObjectSecurityEx`, winnt.h and MS-DTYP 2.5.3.4.
public struct CreationFlags: OptionSet, Hashable, Sendable {
    /// The 32 bits.
    public let rawValue: UInt32

    /// Makes a set of its bits.
    ///
    /// - Parameter rawValue: the 32 bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Inherited entries are added to explicit ones and marked; Windows: `SEF_DACL_AUTO_INHERIT`.
    public static let daclAutoInherit = CreationFlags(rawValue: 0x01)
    /// The same for the SACL; Windows: `SEF_SACL_AUTO_INHERIT`.
    public static let saclAutoInherit = CreationFlags(rawValue: 0x02)
    /// The creator's descriptor is only a default; Windows: `SEF_DEFAULT_DESCRIPTOR_FOR_OBJECT`.
    public static let defaultDescriptor = CreationFlags(rawValue: 0x04)
    /// Nobody asks for `SeSecurityPrivilege`; Windows: `SEF_AVOID_PRIVILEGE_CHECK`.
    public static let avoidPrivilegeCheck = CreationFlags(rawValue: 0x08)
    /// Nobody asks whether the owner may be set; Windows: `SEF_AVOID_OWNER_CHECK`.
    public static let avoidOwnerCheck = CreationFlags(rawValue: 0x10)
    /// The owner is that of the parent unless given; Windows: `SEF_DEFAULT_OWNER_FROM_PARENT`.
    public static let ownerFromParent = CreationFlags(rawValue: 0x20)
    /// The group is that of the parent unless given; Windows: `SEF_DEFAULT_GROUP_FROM_PARENT`.
    public static let groupFromParent = CreationFlags(rawValue: 0x40)
}
