/// Listens to an access check.
///
/// The recorder is a generic parameter of the check: one that does not listen costs nothing.
public protocol AccessRecorder {
    /// Whether steps are to be made and handed over at all.
    static var listens: Bool { get }

    /// Takes the next step.
    mutating func record(_ step: AccessStep)
}

/// Listens to nothing.
public struct NoRecorder: AccessRecorder {
    /// Makes the recorder.
    public init() {}

    /// False.
    public static var listens: Bool { false }

    /// Does nothing.
    public mutating func record(_ step: AccessStep) {}
}

/// The ordered steps of an access check.
public struct Derivation: AccessRecorder, Hashable, Sendable {
    /// The steps in the order in which they were taken.
    public private(set) var steps: [AccessStep] = []

    /// Makes an empty derivation.
    public init() {}

    /// True.
    public static var listens: Bool { true }

    /// Appends a step.
    public mutating func record(_ step: AccessStep) { steps.append(step) }
}
