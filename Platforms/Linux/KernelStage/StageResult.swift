/// What a script on a stage did.
public struct StageResult: Sendable {
    /// The exit status of the script, or 128 and the signal that ended it; 137 after the time limit.
    public let status: Int32
    /// Everything it wrote to its standard output.
    public let standardOutput: String
    /// Everything it wrote to its standard error.
    public let standardError: String

    /// The lines of the standard output.
    public var lines: [Substring] { standardOutput.split(separator: "\n", omittingEmptySubsequences: false) }
}
