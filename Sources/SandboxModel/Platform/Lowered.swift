/// A plan in a platform's own terms, with everything that could not be said exactly.
public struct Lowered<Confinement: Sendable>: Sendable {
    /// What the platform will put in force.
    public var confinement: Confinement
    /// Where that differs from the plan.
    public var losses: [ConfinementLoss]

    /// Makes a lowered plan.
    ///
    /// - Parameters:
    ///   - confinement: what the platform will put in force.
    ///   - losses: where that differs from the plan.
    public init(confinement: Confinement, losses: [ConfinementLoss]) {
        self.confinement = confinement
        self.losses = losses
    }

    /// The losses that weaken the confinement and that nobody accepted.
    ///
    /// - Parameter accepted: the names that the caller accepts.
    /// - Returns: the losses that stop the launch.
    public func refusedLosses(accepting accepted: Set<String>) -> [ConfinementLoss] {
        losses.filter { $0.effect == .weaker && !accepted.contains($0.name) }
    }
}
