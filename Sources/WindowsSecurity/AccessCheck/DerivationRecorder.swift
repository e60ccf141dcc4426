/// Listens to an access check.
///
/// The recorder is a generic parameter of the check: one that does not listen costs nothing.
public protocol DerivationRecorder {
    /// Whether steps are to be made and handed over at all.
    static var listens: Bool { get }

    /// Takes the next step.
    mutating func record(_ step: DerivationStep)
}

/// Listens to nothing.
public struct NoRecorder: DerivationRecorder {
    /// Makes the recorder.
    public init() {}

    /// False.
    public static var listens: Bool { false }

    /// Does nothing.
    public mutating func record(_ step: DerivationStep) {}
}

/// The ordered steps of an access check.
public struct Derivation: DerivationRecorder, Hashable, Sendable {
    /// The steps in the order in which they were taken.
    public private(set) var steps: [DerivationStep] = []

    /// Makes an empty derivation.
    public init() {}

    /// True.
    public static var listens: Bool { true }

    /// Appends a step.
    public mutating func record(_ step: DerivationStep) { steps.append(step) }
}
