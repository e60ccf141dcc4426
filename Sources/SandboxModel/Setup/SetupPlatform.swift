/// What setup needs of a machine: to look at an effect, to record what was there, to apply it, and to put it back.
///
/// Applying and reverting must each be repeatable from wherever a crash left them.
public protocol SetupPlatform {
    /// Looks at the machine.
    ///
    /// - Parameters:
    ///   - effect: what to look for.
    ///   - image: the before-image that was recorded for the effect, when there is one.
    /// - Returns: what is there now.
    /// - Throws: when the machine cannot be looked at.
    mutating func inspect(_ effect: Effect, recorded image: BeforeImage?) throws(SetupError) -> EffectState

    /// Says what is there before the effect is begun; changes nothing.
    ///
    /// - Parameters:
    ///   - effect: what will be applied.
    ///   - journal: what setup has done on this machine until now.
    /// - Returns: what reverting will put back; `.existing` when the effect is already in force and
    ///   must stay so; a content when it is in force by chance and what makes it so may change.
    /// - Throws: `.conflict` when something is there that setup may neither adopt nor replace.
    mutating func capture(_ effect: Effect, after journal: Journal) throws(SetupError) -> BeforeImage

    /// Brings the effect into force, from absent, from drifted, and from half-way.
    ///
    /// - Parameters:
    ///   - effect: what to apply.
    ///   - image: the before-image that was recorded first.
    ///   - journal: what setup has done on this machine until now.
    /// - Throws: the step that failed, on what, and what came back.
    mutating func apply(_ effect: Effect, over image: BeforeImage, after journal: Journal) throws(SetupError)

    /// Puts back what was there before, from in force, from half-way, and from already reverted.
    ///
    /// - Parameters:
    ///   - effect: what to revert.
    ///   - image: the before-image that was recorded first; never `.existing`.
    /// - Throws: the step that failed, on what, and what came back.
    mutating func revert(_ effect: Effect, to image: BeforeImage) throws(SetupError)
}
