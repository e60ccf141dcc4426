/// Listens to nothing, as `AccessCheck` in securitybaseapi.h does.
public struct NoRecorder: AccessRecorder {
    /// Makes the recorder.
    public init() {}

    /// False.
    public static var listens: Bool { false }

    /// Does nothing.
    ///
    /// - Parameter step: what was done, and what is still wanted.
    public mutating func record(_ step: AccessStep) {}
}
