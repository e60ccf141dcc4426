/// What is asked for, and how the object's type reads it.
///
/// Windows: the parameters of `SeAccessCheck` in wdm.h and of `AccessCheckByType` in securitybaseapi.h.
public struct AccessRequest: Hashable, Sendable {
    /// Who asks: the system itself, or a program through the user-mode function with its stricter arguments.
    public enum Caller: Hashable, Sendable {
        /// The kernel maps generic rights and takes any token.
        ///
        /// Windows: `SeAccessCheck`.
        case kernel
        /// The token must be that of a client; generic rights are mapped.
        ///
        /// Windows: `NtAccessCheck` after mapping.
        case client
        /// The token must be that of a client; generic rights are refused.
        ///
        /// Windows: `AccessCheck`.
        case userMode
    }

    /// The rights asked for, generic ones and ``AccessMask/maximumAllowed`` included.
    public var desired: AccessMask
    /// What the generic rights mean here.
    public var mapping: GenericMapping
    /// The SID that `S-1-5-10` stands for, when the object is a principal itself.
    public var principalSelf: SID?
    /// Who asks.
    public var caller: Caller
    /// The readings of what nobody has settled.
    public var questions: OpenQuestions.OfAccessCheck
    /// The classes and properties that are asked about, the object itself first; empty for ordinary objects.
    ///
    /// Windows: the object type list of `AccessCheckByType`.
    public var objectTypes: [ObjectTypeNode] = []

    /// Makes a request.
    ///
    /// - Parameters:
    ///   - desired: the rights asked for.
    ///   - mapping: what the generic rights mean here.
    ///   - principalSelf: the SID that `S-1-5-10` stands for.
    ///   - caller: who asks.
    ///   - questions: the readings of what nobody has settled.
    public init(
        _ desired: AccessMask, mapping: GenericMapping, principalSelf: SID? = nil, caller: Caller = .kernel,
        questions: OpenQuestions = OpenQuestions()
    ) {
        self.desired = desired
        self.mapping = mapping
        self.principalSelf = principalSelf
        self.caller = caller
        self.questions = questions.ofAccessCheck
    }

    /// The rights that count as writing under these readings.
    public var writeSet: AccessMask {
        questions.deleteChildIsAWriteRight ? mapping.writeSet.union(.fileDeleteChild) : mapping.writeSet
    }
}
