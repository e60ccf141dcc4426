public import WindowsSecurity

/// A failed call with what is needed to say why.
public struct CallFailure: Hashable, Sendable {
    /// The error.
    public let error: CallError
    /// Who called.
    public let process: ProcessIdentifier?
    /// The access check that refused, when one did.
    public let check: RefusedCheck?
}

/// An access check that refused, or a condition that made a filter match: the inputs, from which the derivation follows.
public struct RefusedCheck: Hashable, Sendable {
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

    /// Every step that led to the refusal.
    public var derivation: Derivation {
        AccessCheck.explain(descriptor, token: token, request: request).derivation
    }
}
