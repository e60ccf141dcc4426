/// The control flags of a security descriptor.
///
/// Windows: `SECURITY_DESCRIPTOR_CONTROL`, MS-DTYP 2.4.6.
public struct DescriptorControl: OptionSet, Hashable, Sendable {
    /// The 16 bits.
    public let rawValue: UInt16

    /// Makes a set of its bits.
    ///
    /// - Parameter rawValue: the 16 bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Windows: `SE_OWNER_DEFAULTED`.
    public static let ownerDefaulted = DescriptorControl(rawValue: 0x0001)
    /// Windows: `SE_GROUP_DEFAULTED`.
    public static let groupDefaulted = DescriptorControl(rawValue: 0x0002)
    /// Windows: `SE_DACL_PRESENT`.
    public static let daclPresent = DescriptorControl(rawValue: 0x0004)
    /// Windows: `SE_DACL_DEFAULTED`.
    public static let daclDefaulted = DescriptorControl(rawValue: 0x0008)
    /// Windows: `SE_SACL_PRESENT`.
    public static let saclPresent = DescriptorControl(rawValue: 0x0010)
    /// Windows: `SE_SACL_DEFAULTED`.
    public static let saclDefaulted = DescriptorControl(rawValue: 0x0020)
    /// Windows: `SE_DACL_AUTO_INHERIT_REQ`, SDDL `AR`.
    public static let daclAutoInheritRequired = DescriptorControl(rawValue: 0x0100)
    /// Windows: `SE_SACL_AUTO_INHERIT_REQ`, SDDL `AR`.
    public static let saclAutoInheritRequired = DescriptorControl(rawValue: 0x0200)
    /// Windows: `SE_DACL_AUTO_INHERITED`, SDDL `AI`.
    public static let daclAutoInherited = DescriptorControl(rawValue: 0x0400)
    /// Windows: `SE_SACL_AUTO_INHERITED`, SDDL `AI`.
    public static let saclAutoInherited = DescriptorControl(rawValue: 0x0800)
    /// Windows: `SE_DACL_PROTECTED`, SDDL `P`.
    public static let daclProtected = DescriptorControl(rawValue: 0x1000)
    /// Windows: `SE_SACL_PROTECTED`, SDDL `P`.
    public static let saclProtected = DescriptorControl(rawValue: 0x2000)
    /// Windows: `SE_RM_CONTROL_VALID`.
    public static let resourceManagerControlValid = DescriptorControl(rawValue: 0x4000)
    /// Windows: `SE_SELF_RELATIVE`.
    public static let selfRelative = DescriptorControl(rawValue: 0x8000)

    /// The flags that follow from the parts of a descriptor.
    static let derived: DescriptorControl = [.daclPresent, .saclPresent, .selfRelative]
}
