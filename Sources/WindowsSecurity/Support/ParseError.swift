/// Why text or bytes could not be read, and where.
///
/// Windows says less: `ERROR_INVALID_ACL` or `ERROR_INVALID_PARAMETER` in winerror.h, and no position.
public struct ParseError: Error, Hashable, Sendable {
    /// The reason, as a stable word.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The word, lower-case with hyphens.
        public let rawValue: String

        /// Makes a code.
        ///
        /// - Parameter rawValue: lower-case words joined with hyphens.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The text or the bytes end too early.
        public static let truncated = Code(rawValue: "truncated")
        /// Something follows where the value should have ended.
        public static let trailing = Code(rawValue: "trailing")
        /// A certain character was expected.
        public static let unexpectedCharacter = Code(rawValue: "unexpected-character")
        /// A number was expected, or it does not fit.
        public static let number = Code(rawValue: "number")
        /// A revision that nobody has defined.
        public static let revision = Code(rawValue: "revision")
        /// The SID is malformed, or the alias unknown.
        public static let sid = Code(rawValue: "sid")
        /// The alias needs the SID of a domain and none was given.
        public static let domainMissing = Code(rawValue: "domain-missing")
        /// The type of an entry is unknown, or stands in the wrong list.
        public static let entryType = Code(rawValue: "entry-type")
        /// A flag of an entry or a list is unknown.
        public static let flag = Code(rawValue: "flag")
        /// The access rights are malformed.
        public static let rights = Code(rawValue: "rights")
        /// The identifier of an object type is malformed.
        public static let guid = Code(rawValue: "guid")
        /// The conditional expression is malformed.
        public static let condition = Code(rawValue: "condition")
        /// The resource attribute is malformed.
        public static let attribute = Code(rawValue: "attribute")
        /// A section of the descriptor is repeated, unknown or out of place.
        public static let section = Code(rawValue: "section")
        /// A size or an offset does not fit the bytes.
        public static let size = Code(rawValue: "size")
        /// Nesting beyond what the reader follows.
        public static let depth = Code(rawValue: "depth")
    }

    /// What was being read.
    public enum Subject: String, Hashable, Sendable {
        /// A security identifier.
        case sid
        /// A descriptor in the security descriptor definition language.
        case sddl
        /// A descriptor, list, entry or identifier in bytes.
        case binary
        /// A conditional expression.
        case condition
    }

    /// The reason.
    public let code: Code
    /// What was being read.
    public let subject: Subject
    /// Where, in bytes from the start of what was given (UTF-8 for text).
    public let offset: Int
    /// Whether the error lies within an access control list.
    public internal(set) var isInsideList = false

    /// Makes an error.
    ///
    /// - Parameters:
    ///   - code: the reason.
    ///   - subject: what was being read.
    ///   - offset: where, in bytes from the start.
    public init(_ code: Code, reading subject: Subject, at offset: Int) {
        self.code = code
        self.subject = subject
        self.offset = offset
    }
}

extension ParseError: CustomStringConvertible {
    /// The error in one line.
    public var description: String {
        "cannot read the \(subject.rawValue): \(code.rawValue) at byte \(offset); correct the input there"
    }
}
