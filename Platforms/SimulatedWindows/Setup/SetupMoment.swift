/// A moment of setup or of a launch at which somebody else on the machine may act.
public enum SetupMoment: String, CaseIterable, Hashable, Sendable {
    /// The elevated setup program has begun.
    case duringSetup
    /// The elevated setup program has ended, and the caller has not looked yet.
    case afterSetup
}
