/// The attributes of a file.
///
/// Windows: `FILE_ATTRIBUTE_*`, MS-FSCC 2.6.
public struct FileAttributes: OptionSet, Codable, Hashable, Sendable {
    /// The 32 bits.
    public let rawValue: UInt32

    /// Makes a set of its bits.
    ///
    /// - Parameter rawValue: the 32 bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// It may not be written or deleted; Windows: `FILE_ATTRIBUTE_READONLY`.
    public static let readOnly = FileAttributes(rawValue: 0x1)
    /// Lists leave it out; Windows: `FILE_ATTRIBUTE_HIDDEN`.
    public static let hidden = FileAttributes(rawValue: 0x2)
    /// It belongs to the system; Windows: `FILE_ATTRIBUTE_SYSTEM`.
    public static let system = FileAttributes(rawValue: 0x4)
    /// It is a directory; Windows: `FILE_ATTRIBUTE_DIRECTORY`.
    public static let directory = FileAttributes(rawValue: 0x10)
    /// It was written since it was last copied to safety; Windows: `FILE_ATTRIBUTE_ARCHIVE`.
    public static let archive = FileAttributes(rawValue: 0x20)
    /// It leads elsewhere; Windows: `FILE_ATTRIBUTE_REPARSE_POINT`.
    public static let reparsePoint = FileAttributes(rawValue: 0x400)
}
