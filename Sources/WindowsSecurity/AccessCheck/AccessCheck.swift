/// The access check: the one function that decides, for enforcing, explaining and checking alike.
///
/// Windows: `SeAccessCheck` and `AccessCheck`, MS-DTYP 2.5.3.2. The rules in their order are in `docs/windows-model.md`.
public enum AccessCheck {
    /// Decides, and tells nobody how.
    ///
    /// - Parameters:
    ///   - descriptor: the object's descriptor.
    ///   - token: who asks.
    ///   - request: what is asked for.
    /// - Returns: the status and what is granted.
    public static func decide(
        _ descriptor: SecurityDescriptor, token: AccessToken, request: AccessRequest
    ) -> AccessDecision {
        var recorder = NoRecorder()
        return decide(descriptor, token: token, request: request, recorder: &recorder)
    }

    /// Decides, and returns every step.
    ///
    /// - Parameters:
    ///   - descriptor: the object's descriptor.
    ///   - token: who asks.
    ///   - request: what is asked for.
    /// - Returns: the decision and the ordered steps that led to it.
    public static func explain(
        _ descriptor: SecurityDescriptor, token: AccessToken, request: AccessRequest
    ) -> (decision: AccessDecision, derivation: Derivation) {
        var recorder = Derivation()
        let decision = decide(descriptor, token: token, request: request, recorder: &recorder)
        return (decision, recorder)
    }

    /// Decides, and hands every step to a recorder.
    ///
    /// - Parameters:
    ///   - descriptor: the object's descriptor.
    ///   - token: who asks.
    ///   - request: what is asked for.
    ///   - recorder: who listens.
    /// - Returns: the status and what is granted; the recorder has no influence on it.
    @_specialize(where Recorder == NoRecorder)
    @_specialize(where Recorder == Derivation)
    public static func decide<Recorder: AccessRecorder>(
        _ descriptor: SecurityDescriptor, token: AccessToken, request: AccessRequest, recorder: inout Recorder
    ) -> AccessDecision {
        let decision = settle(descriptor, token: token, request: request, recorder: &recorder)
        if Recorder.listens {
            recorder.record(
                AccessStep(
                    kind: .verdict(decision.status), pass: .before, entryIndex: nil, bits: decision.granted,
                    remaining: []))
        }
        return decision
    }

    @inline(__always)
    static func note<Recorder: AccessRecorder>(
        _ recorder: inout Recorder, _ kind: @autoclosure () -> AccessStep.Kind, pass: AccessStep.Pass = .before,
        entry: Int? = nil, bits: AccessMask = [], remaining: AccessMask
    ) {
        guard Recorder.listens else { return }
        recorder.record(
            AccessStep(kind: kind(), pass: pass, entryIndex: entry, bits: bits, remaining: remaining))
    }

    /// The steps of `docs/windows-model.md` in their order.
    @inline(__always)
    private static func settle<Recorder: AccessRecorder>(
        _ descriptor: SecurityDescriptor, token: AccessToken, request: AccessRequest, recorder: inout Recorder
    ) -> AccessDecision {
        if let status = refusal(of: descriptor, token: token, request: request) {
            note(&recorder, .argumentRefused, remaining: request.desired)
            return AccessDecision(status: status, granted: [])
        }
        let mapped = request.mapping.map(request.desired)
        let isMaximum = mapped.contains(.maximumAllowed)
        let wanted = mapped.subtracting(.maximumAllowed)
        note(&recorder, .wants(maximum: isMaximum), bits: wanted, remaining: wanted)

        let allowed = mandatoryLimit(of: descriptor, token: token, request: request)
        if let allowed, Recorder.listens, let level = labelLevel(of: descriptor) {
            note(
                &recorder, .labelLimits(token: token.integrityLevel, object: level), bits: allowed, remaining: wanted)
        }
        if let allowed, !wanted.isSubset(of: allowed) {
            note(&recorder, .labelRefuses, bits: wanted.subtracting(allowed), remaining: wanted)
            return AccessDecision(status: .accessDenied, granted: [])
        }

        var left = wanted
        let privileged = settlePrivileges(&left, token: token, recorder: &recorder)
        let owned = settleOwner(&left, of: descriptor, token: token, request: request, recorder: &recorder)

        if left.isEmpty, !isMaximum, token.appContainer == nil || wanted.isEmpty {
            note(&recorder, .nothingLeft, remaining: [])
            let succeeds = !wanted.isEmpty || request.questions.emptyRequestSucceeds
            return AccessDecision(status: succeeds ? .success : .accessDenied, granted: wanted)
        }
        if left.contains(.accessSystemSecurity) {
            note(
                &recorder, .privilegeMissing(.security), bits: .accessSystemSecurity, remaining: left)
            return AccessDecision(status: .privilegeNotHeld, granted: [])
        }
        if isMaximum {
            let walk = DACLWalk(descriptor: descriptor, token: token, request: request)
            let bits = walk.maximum(recorder: &recorder, privileged: privileged, owned: owned)
            let granted = bits.intersection(allowed ?? AccessMask(rawValue: .max))
            let isEnough = wanted.isSubset(of: granted) && !granted.isEmpty
            return AccessDecision(status: isEnough ? .success : .accessDenied, granted: isEnough ? granted : [])
        }
        let passes = grants(left, packageWants: wanted, descriptor, token, request, recorder: &recorder)
        return AccessDecision(status: passes ? .success : .accessDenied, granted: passes ? wanted : [])
    }

    /// Step 1: the arguments, in the order in which they are refused.
    @inline(__always)
    private static func refusal(
        of descriptor: SecurityDescriptor, token: AccessToken, request: AccessRequest
    ) -> AccessStatus? {
        if request.caller != .kernel {
            if request.caller == .userMode, !request.desired.isDisjoint(with: .generic) { return .genericNotMapped }
            switch token.kind {
            case .primary: return .noImpersonationToken
            case .impersonation(let level) where level < .identification: return .badImpersonationLevel
            case .impersonation: break
            }
        }
        guard descriptor.owner != nil, descriptor.group != nil else { return .invalidSecurityDescriptor }
        return nil
    }
}
