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
