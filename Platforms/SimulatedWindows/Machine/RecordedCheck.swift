public import WindowsSecurity

/// An access check that was made, or a condition that made a filter match: the inputs, from which the derivation follows.
public struct RecordedCheck: Hashable, Sendable {
    /// What was protected, for people.
    public let object: String
    /// What kind of object it is.
    public let type: ObjectType
    /// The descriptor.
    public let descriptor: SecurityDescriptor
    /// Who asked.
    public let token: AccessToken
    /// What was asked for.
    public let request: AccessRequest

    /// Whether everything was granted that was asked for.
    public var isGranted: Bool { AccessCheck.decide(descriptor, token: token, request: request).isGranted }

    /// Every step that led to the decision.
    public var derivation: Derivation {
        AccessCheck.explain(descriptor, token: token, request: request).derivation
    }
}
