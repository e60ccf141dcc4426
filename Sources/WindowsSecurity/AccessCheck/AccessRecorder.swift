/// Listens to an access check.
///
/// The recorder is a generic parameter of the check: one that does not listen costs nothing. Windows hands nobody its
/// steps; they are those of MS-DTYP 2.5.3.2, `EvaluateTokenAgainstDescriptor`.
public protocol AccessRecorder {
    /// Whether steps are to be made and handed over at all.
    static var listens: Bool { get }

    /// Takes the next step.
    ///
    /// - Parameter step: what was done, and what is still wanted.
    mutating func record(_ step: AccessStep)
}

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

/// The ordered steps of an access check, MS-DTYP 2.5.3.2.
///
/// Windows tells no more than the access reasons in the audit event 4656, `ACCESS_REASONS` in winnt.h.
public struct Derivation: AccessRecorder, Hashable, Sendable {
    /// The steps in the order in which they were taken.
    public private(set) var steps: [AccessStep] = []

    /// Makes an empty derivation.
    public init() {}

    /// True.
    public static var listens: Bool { true }

    /// Appends a step.
    ///
    /// - Parameter step: what was done, and what is still wanted.
    public mutating func record(_ step: AccessStep) { steps.append(step) }
}
