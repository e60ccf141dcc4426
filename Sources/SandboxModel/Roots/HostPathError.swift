/// Why bytes were not taken as a path.
public struct HostPathError: Error, Hashable, Sendable {
    /// What is wrong with the bytes.
    public enum Reason: String, CaseIterable, Hashable, Sendable {
        /// There are none.
        case empty
        /// They do not begin with `/`.
        case relative
        /// There is a byte below 0x20, or 0x7F: a newline, a tab, an escape.
        case controlCharacter = "control-character"
        /// They are not UTF-8.
        case notUTF8 = "not-utf-8"
        /// There is a `..` component.
        case parentComponent = "parent-component"
        /// There are more than `HostPath.maximumLength`.
        case tooLong = "too-long"
    }

    /// What is wrong.
    public var reason: Reason
    /// The bytes as they were given.
    public var given: [UInt8]

    /// Makes an error.
    ///
    /// - Parameters:
    ///   - reason: what is wrong.
    ///   - given: the bytes as they were given.
    public init(reason: Reason, given: [UInt8]) {
        self.reason = reason
        self.given = given
    }
}

extension HostPathError: CustomStringConvertible {
    /// The complaint, with the bytes made printable.
    public var description: String {
        let shown = PrintableText.quoted(given)
        return switch reason {
        case .empty: "the path is empty"
        case .relative: "the path \(shown) is relative; give an absolute one"
        case .controlCharacter: "the path \(shown) contains a control character"
        case .notUTF8: "the path \(shown) is not UTF-8"
        case .parentComponent: "the path \(shown) contains '..'; give it without"
        case .tooLong: "the path of \(given.count) bytes is longer than \(HostPath.maximumLength)"
        }
    }
}
