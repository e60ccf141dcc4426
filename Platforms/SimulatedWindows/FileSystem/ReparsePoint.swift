/// A file or directory that leads elsewhere.
///
/// Windows: `REPARSE_DATA_BUFFER`, MS-FSCC 2.1.2.
public enum ReparsePoint: Codable, Hashable, Sendable {
    /// A symbolic link with its text, absolute or relative; Windows: `IO_REPARSE_TAG_SYMLINK`.
    case symbolicLink(String)
    /// A junction to a directory of this machine; Windows: `IO_REPARSE_TAG_MOUNT_POINT`.
    case junction(String)

    /// The text of the target.
    public var target: String {
        switch self {
        case .symbolicLink(let text), .junction(let text): text
        }
    }
}
