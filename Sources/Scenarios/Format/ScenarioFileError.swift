/// A scenario or host file that cannot be read: where, and what was expected there.
public struct ScenarioFileError: Error, Hashable, Sendable {
    /// The file.
    public let file: String
    /// The line, from 1; 0 when the whole file is meant.
    public let line: Int
    /// The column, from 1; 0 when the whole file is meant.
    public let column: Int
    /// What is wrong, and what would be right.
    public let reason: String

    /// Makes an error.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - line: the line, from 1.
    ///   - column: the column, from 1.
    ///   - reason: what is wrong, and what would be right.
    public init(file: String, line: Int = 0, column: Int = 0, reason: String) {
        self.file = file
        self.line = line
        self.column = column
        self.reason = reason
    }
}

extension ScenarioFileError: CustomStringConvertible {
    /// One line, in the form that editors jump to.
    public var description: String { line == 0 ? "\(file): \(reason)" : "\(file):\(line):\(column): \(reason)" }
}
