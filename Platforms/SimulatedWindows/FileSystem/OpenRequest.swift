public import WindowsSecurity

/// How a file is to be opened or made.
///
/// Windows: the arguments of `CreateFileW`.
public struct OpenRequest: Codable, Hashable, Sendable {
    /// What happens when the file is or is not there; Windows: `dwCreationDisposition`.
    public enum Disposition: UInt32, CaseIterable, Codable, Hashable, Sendable {
        /// Make it; fail when it is there; Windows: `CREATE_NEW`.
        case createNew = 1
        /// Make it, or open and empty it; Windows: `CREATE_ALWAYS`.
        case createAlways = 2
        /// Open it; fail when it is not there; Windows: `OPEN_EXISTING`.
        case openExisting = 3
        /// Open it, or make it; Windows: `OPEN_ALWAYS`.
        case openAlways = 4
        /// Open and empty it; fail when it is not there; Windows: `TRUNCATE_EXISTING`.
        case truncateExisting = 5
    }

    /// Further wishes; Windows: `dwFlagsAndAttributes`.
    public struct Options: OptionSet, Codable, Hashable, Sendable {
        /// The bits.
        public let rawValue: UInt32

        /// Makes a set of its bits.
        ///
        /// - Parameter rawValue: the bits.
        public init(rawValue: UInt32) { self.rawValue = rawValue }

        /// Delete the file with the last handle; Windows: `FILE_FLAG_DELETE_ON_CLOSE`.
        public static let deleteOnClose = Options(rawValue: 0x0400_0000)
        /// Let the backup privileges count, and open directories; Windows: `FILE_FLAG_BACKUP_SEMANTICS`.
        public static let backupSemantics = Options(rawValue: 0x0200_0000)
        /// Open a link itself; Windows: `FILE_FLAG_OPEN_REPARSE_POINT`.
        public static let openReparsePoint = Options(rawValue: 0x0020_0000)
        /// Make a directory; Windows: `FILE_DIRECTORY_FILE` of `NtCreateFile`.
        public static let directory = Options(rawValue: 0x1)
    }

    /// The path.
    public var path: String
    /// The rights.
    public var access: AccessMask
    /// What others may do meanwhile.
    public var sharing: ShareMode
    /// What happens when the file is or is not there.
    public var disposition: Disposition
    /// Further wishes.
    public var options: Options
    /// The descriptor of a new file, or nothing for what it inherits.
    public var descriptor: SecurityDescriptor?

    /// Makes a request.
    ///
    /// - Parameters:
    ///   - path: the path.
    ///   - access: the rights.
    ///   - sharing: what others may do meanwhile; everything unless said.
    ///   - disposition: what happens when the file is or is not there.
    ///   - options: further wishes.
    ///   - descriptor: the descriptor of a new file.
    public init(
        _ path: String, access: AccessMask, sharing: ShareMode = [.read, .write, .delete],
        disposition: Disposition = .openExisting, options: Options = [], descriptor: SecurityDescriptor? = nil
    ) {
        self.path = path
        self.access = access
        self.sharing = sharing
        self.disposition = disposition
        self.options = options
        self.descriptor = descriptor
    }
}
