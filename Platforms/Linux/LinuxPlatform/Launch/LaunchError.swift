/// Why a command was not started in the sandbox.
public struct LaunchError: Error, Equatable, Sendable {
    /// What kind of failure it is.
    public enum Code: String, CaseIterable, Equatable, Sendable {
        /// The plan cannot be said in the request's terms.
        case request
        /// The program could not be started, or died without a word.
        case runner
        /// The runner could not put a layer in force.
        case layer
        /// The caller's own side failed: descriptors, a terminal, an empty directory for a missing protected name.
        case caller
        /// A loss weakens the confinement and was not accepted.
        case loss
    }

    /// What kind of failure it is.
    public var code: Code
    /// The layer or step by name, such as `write-gate` or `guard`.
    public var layer: String
    /// What was tried, on what, and what came back.
    public var explanation: String
    /// The system's reason, errno(3), or 0.
    public var systemError: Int32

    /// Makes an error.
    ///
    /// - Parameters:
    ///   - code: what kind of failure it is.
    ///   - layer: the layer or step by name.
    ///   - explanation: what was tried, on what, and what came back.
    ///   - systemError: the system's reason, or 0.
    public init(_ code: Code, layer: String, _ explanation: String, systemError: Int32 = 0) {
        self.code = code
        self.layer = layer
        self.explanation = explanation
        self.systemError = systemError
    }
}
