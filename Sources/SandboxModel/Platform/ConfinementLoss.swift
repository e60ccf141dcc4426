/// A difference between what the plan says and what a platform can put in force.
public struct ConfinementLoss: Hashable, Sendable {
    /// Which way it differs.
    public enum Effect: String, CaseIterable, Hashable, Sendable {
        /// The platform forbids more than the plan.
        case stricter
        /// The same outcome comes from another layer.
        case replaced
        /// The platform forbids less than the plan: the launch stops unless the caller accepts the loss by name.
        case weaker
    }

    /// The name by which a caller accepts the loss, in words and hyphens.
    public var name: String
    /// Which way it differs.
    public var effect: Effect
    /// What the plan says.
    public var planned: String
    /// What is in force instead.
    public var inForce: String

    /// Makes a loss.
    ///
    /// - Parameters:
    ///   - name: the name by which a caller accepts it.
    ///   - effect: which way it differs.
    ///   - planned: what the plan says.
    ///   - inForce: what is in force instead.
    public init(name: String, effect: Effect, planned: String, inForce: String) {
        self.name = name
        self.effect = effect
        self.planned = planned
        self.inForce = inForce
    }
}
