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
