/// The command somebody wants to run.
public struct CommandRequest: Hashable, Sendable {
    /// The command's name or path and its arguments, without NUL; never empty in a launch that succeeds.
    public var arguments: [[UInt8]]
    /// The caller's environment.
    public var callerEnvironment: [EnvironmentVariable]
    /// After how many milliseconds everything is ended, or nothing.
    public var timeoutMilliseconds: UInt32?

    /// Makes a request.
    ///
    /// - Parameters:
    ///   - arguments: the command's name or path and its arguments.
    ///   - callerEnvironment: the caller's environment.
    ///   - timeoutMilliseconds: after how many milliseconds everything is ended, or nothing.
    public init(
        arguments: [[UInt8]], callerEnvironment: [EnvironmentVariable] = [], timeoutMilliseconds: UInt32? = nil
    ) {
        self.arguments = arguments
        self.callerEnvironment = callerEnvironment
        self.timeoutMilliseconds = timeoutMilliseconds
    }
}
