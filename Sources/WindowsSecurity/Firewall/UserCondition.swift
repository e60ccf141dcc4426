/// The condition of a firewall rule about who sends.
///
/// It is an access check of the token that owns the socket, and so speaks about users and groups only: a restricting
/// SID is none of them, and a rule that names a synthetic one never matches. Windows:
/// `INetFwRule3::LocalUserAuthorizedList` in netfw.h, `FWPM_CONDITION_ALE_USER_ID` in fwpmu.h.
public struct UserCondition: Hashable, Sendable {
    /// The right that the condition asks for; Windows: `FWP_ACTRL_MATCH_FILTER`, SDDL `CC`.
    public static let matchFilter = AccessMask(rawValue: 1)
    /// What the generic rights mean: only the one for everything means anything.
    public static let mapping = GenericMapping(read: [], write: [], execute: [], all: matchFilter)

    /// The descriptor; its owner stands in for a missing group.
    public let descriptor: SecurityDescriptor

    /// Makes a condition.
    ///
    /// - Parameter descriptor: for example `O:LSD:(A;;CC;;;S-1-5-21-…-1001)`.
    public init(_ descriptor: SecurityDescriptor) {
        var descriptor = descriptor
        if descriptor.group == nil { descriptor.group = descriptor.owner }
        self.descriptor = descriptor
    }

    /// The usual condition: one user or group.
    ///
    /// - Parameter trustee: whose traffic matches.
    /// - Returns: the condition `O:LSD:(A;;CC;;;trustee)`.
    public static func user(_ trustee: SID) -> UserCondition {
        UserCondition(SecurityDescriptor(owner: SID(5, 19), dacl: .list([.allow(matchFilter, to: trustee)])))
    }

    /// Whether the condition is true for a token, with every step.
    ///
    /// - Parameters:
    ///   - token: the token that owns the socket.
    ///   - questions: the readings of what nobody has settled.
    /// - Returns: the decision and the steps.
    public func explain(
        _ token: AccessToken, questions: OpenQuestions = OpenQuestions()
    ) -> (decision: AccessDecision, derivation: Derivation) {
        AccessCheck.explain(
            descriptor, token: sender(token, questions),
            request: AccessRequest(Self.matchFilter, mapping: Self.mapping, questions: questions))
    }

    /// Whether the condition is true for a token.
    ///
    /// - Parameters:
    ///   - token: the token that owns the socket.
    ///   - questions: the readings of what nobody has settled.
    /// - Returns: true when the filter matches.
    public func matches(_ token: AccessToken, questions: OpenQuestions = OpenQuestions()) -> Bool {
        AccessCheck.decide(
            descriptor, token: sender(token, questions),
            request: AccessRequest(Self.matchFilter, mapping: Self.mapping, questions: questions)
        ).isGranted
    }

    /// The token as the filter engine reads it.
    private func sender(_ token: AccessToken, _ questions: OpenQuestions) -> AccessToken {
        guard !questions.filterEngineRunsSecondPass, token.isRestricted else { return token }
        var token = token
        token.restrictingSIDs = nil
        return token
    }
}
