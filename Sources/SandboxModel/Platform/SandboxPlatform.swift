/// A machine that can confine a command, really or in simulation.
public protocol SandboxPlatform {
    /// A plan in the platform's own terms.
    associatedtype Confinement: Sendable
    /// Why a plan could not be lowered or launched.
    associatedtype Failure: Error

    /// Says a plan in the platform's terms; looks at nothing and changes nothing.
    ///
    /// - Parameter plan: what is to be in force.
    /// - Returns: the same in the platform's terms, and every difference.
    /// - Throws: the platform's failure when a part of the plan has no equal at all.
    func lower(_ plan: LaunchPlan) throws(Failure) -> Lowered<Confinement>

    /// Puts a confinement in force, runs the command, and waits for it.
    ///
    /// - Parameter confinement: a lowered plan.
    /// - Returns: how the command ended.
    /// - Throws: the platform's failure when a layer could not be put in force; the command did not start then.
    func launch(_ confinement: Confinement) throws(Failure) -> CommandOutcome
}
