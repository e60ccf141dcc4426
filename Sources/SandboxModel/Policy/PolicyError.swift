/// Why a policy cannot be put in force on this host.
public struct PolicyError: Error, Hashable, Sendable {
    /// What is wrong; an open set.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code's name, in words and hyphens.
        public var rawValue: String

        /// Makes a code.
        ///
        /// - Parameter rawValue: the name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The path does not exist.
        public static let missing = Code(rawValue: "missing")
        /// The path, or something on the way to it, may not be looked at.
        public static let unreachable = Code(rawValue: "unreachable")
        /// A root is not a directory.
        public static let notADirectory = Code(rawValue: "not-a-directory")
        /// A writable root is the root of the file system.
        public static let fileSystemRoot = Code(rawValue: "file-system-root")
        /// A writable root is the user's home directory or contains it.
        public static let homeDirectory = Code(rawValue: "home-directory")
        /// A writable root lies in a place that holds the user's keys and settings.
        public static let privateDirectory = Code(rawValue: "private-directory")
        /// A writable root contains what the sandbox itself rests on.
        public static let reservedDirectory = Code(rawValue: "reserved-directory")
        /// A writable root is, or contains, a directory that the sandbox sees a private copy of.
        public static let temporaryDirectory = Code(rawValue: "temporary-directory")
        /// No writable root is left although the policy wants some.
        public static let noRoot = Code(rawValue: "no-root")
        /// A writable root lies on a volume without access control lists.
        public static let noAccessLists = Code(rawValue: "no-access-lists")
        /// A pattern cannot be read.
        public static let invalidPattern = Code(rawValue: "invalid-pattern")
        /// A pattern of any depth begins at the root of a file system.
        public static let unboundedPattern = Code(rawValue: "unbounded-pattern")
        /// A directory that a pattern leads through cannot be listed.
        public static let unlistable = Code(rawValue: "unlistable")
        /// The mode allows no writable root.
        public static let writableRootInReadOnly = Code(rawValue: "writable-root-in-read-only")
        /// The mode builds no sandbox, so nothing could be confined.
        public static let restrictionWithoutSandbox = Code(rawValue: "restriction-without-sandbox")
        /// A writable root lies below a place that may not be written.
        public static let writableBelowReadOnly = Code(rawValue: "writable-below-read-only")
        /// A root or the working directory lies below a place that may not be read.
        public static let rootBelowDenied = Code(rawValue: "root-below-denied")
        /// A protected path is reached through a link that the command could replace.
        public static let replaceableLink = Code(rawValue: "replaceable-link")
        /// A protected link leads nowhere, and the command could make what it leads to.
        public static let danglingLink = Code(rawValue: "dangling-link")
        /// A protected path is neither a directory, a file nor a link.
        public static let unprotectable = Code(rawValue: "unprotectable")
        /// There are more roots or protected paths than one launch takes.
        public static let tooMany = Code(rawValue: "too-many")
    }

    /// What is wrong.
    public var code: Code
    /// The path it is wrong with.
    public var path: HostPath
    /// The other path involved, where there is one.
    public var related: HostPath?
    /// The host's reason, errno(3), where there is one; 0 otherwise.
    public var hostError: Int32
    /// The pattern involved, where there is one.
    public var pattern: String?

    /// Makes an error.
    ///
    /// - Parameters:
    ///   - code: what is wrong.
    ///   - path: the path it is wrong with.
    ///   - related: the other path involved.
    ///   - hostError: the host's reason, or 0.
    ///   - pattern: the pattern involved.
    public init(
        _ code: Code, _ path: HostPath, related: HostPath? = nil, hostError: Int32 = 0, pattern: String? = nil
    ) {
        self.pattern = pattern
        self.code = code
        self.path = path
        self.related = related
        self.hostError = hostError
    }
}
