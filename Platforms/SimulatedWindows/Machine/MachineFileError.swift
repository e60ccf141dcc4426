public import JSON

/// Why a machine file cannot be used: what was wrong, and where.
public struct MachineFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was wrong.
    public enum Reason: Hashable, Sendable {
        /// The bytes are no JSON.
        case notJSON
        /// A member is missing or of another kind.
        case member
        /// A member is not known, or there is a second one of its name.
        case unknown
        /// A member is of the right kind, but its value cannot be: a number too large, no address, another form of file.
        case value
        /// The machine refused to add what an element says.
        case refused(CallError)
    }

    /// What was wrong.
    public let reason: Reason
    /// The steps to the member.
    public let path: JSONPath
    /// The offset in bytes of what is wrong, or of what should hold it.
    public private(set) var offset = 0
    /// The line of the offset, from 1.
    public private(set) var line = 1
    /// The column of the offset in bytes, from 1.
    public private(set) var column = 1

    init(_ reason: Reason, _ path: JSONPath) {
        self.reason = reason
        self.path = path
    }

    /// The member, for example `files[3].path`; empty for the file itself.
    public var place: String { path.description }

    /// The error with its place in a text.
    ///
    /// - Parameters:
    ///   - text: the whole file.
    ///   - offset: the offset, when it is known otherwise than by the path.
    /// - Returns: the error with offset, line and column.
    func found(in text: String, at offset: Int? = nil) -> MachineFileError {
        var error = self
        error.offset = offset ?? path.offset(in: text)
        for byte in text.utf8.prefix(error.offset) {
            error.column = byte == 0x0A ? 1 : error.column + 1
            error.line += byte == 0x0A ? 1 : 0
        }
        return error
    }

    /// The error in one line.
    public var description: String {
        let name = place.isEmpty ? "the machine file" : place
        return "\(name) \(Self.text(reason)), line \(line), column \(column) (byte \(offset))"
    }

    private static func text(_ reason: Reason) -> String {
        switch reason {
        case .notJSON: "is no JSON"
        case .member: "is missing or of another kind"
        case .unknown: "is not known"
        case .value: "cannot be used"
        case .refused(let error): "was refused: \(error)"
        }
    }
}
