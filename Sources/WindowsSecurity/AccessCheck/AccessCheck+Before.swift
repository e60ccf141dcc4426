extension AccessCheck {
    /// Step 4 of `docs/windows-model.md`: what privileges settle, for rights asked for by name only.
    @inline(__always)
    static func settlePrivileges<Recorder: AccessRecorder>(
        _ left: inout AccessMask, token: AccessToken, recorder: inout Recorder
    ) -> AccessMask {
        var settled: AccessMask = []
        if left.contains(.accessSystemSecurity), token.holds(.security) {
            left.subtract(.accessSystemSecurity)
            settled.insert(.accessSystemSecurity)
            note(&recorder, .privilegeGrants(.security), bits: .accessSystemSecurity, remaining: left)
        }
        if left.contains(.writeOwner), token.holds(.takeOwnership) || token.holds(.relabel) {
            left.subtract(.writeOwner)
            settled.insert(.writeOwner)
            note(
                &recorder, .privilegeGrants(token.holds(.takeOwnership) ? .takeOwnership : .relabel),
                bits: .writeOwner, remaining: left)
        }
        return settled
    }

    /// Step 5: what the owner has without a look at the list, and takes off what is left.
    @inline(__always)
    static func settleOwner<Recorder: AccessRecorder>(
        _ left: inout AccessMask, of descriptor: SecurityDescriptor, token: AccessToken, request: AccessRequest,
        recorder: inout Recorder
    ) -> AccessMask {
        guard let owner = descriptor.owner, token.ordinaryMembership.standing(of: owner) == .enabled else { return [] }
        if case .list(let list) = descriptor.dacl {
            let entries = list.entries.span
            for index in entries.indices
            where entries[index].trustee == .ownerRights && !entries[index].isInheritOnly {
                note(&recorder, .ownerRightsEntrySpeaks, entry: index, remaining: left)
                return []
            }
        }
        if token.isRestricted, request.questions.ownerMustBeRestrictingSID,
            token.restrictingMembership.standing(of: owner) != .enabled
        {
            note(&recorder, .ownerIsNotRestricting, remaining: left)
            return []
        }
        let owned: AccessMask = [.readControl, .writeDACL]
        let settled = left.intersection(owned)
        left.subtract(owned)
        note(&recorder, .ownerGrants, bits: settled, remaining: left)
        return owned
    }

    /// The level of the object: that of the first label, else medium.
    static func labelLevel(of descriptor: SecurityDescriptor) -> IntegrityLevel? {
        guard let label = descriptor.mandatoryLabel else { return .medium }
        return IntegrityLevel(label: label.trustee)
    }

    /// Step 3: what the label lets through, or nothing when it sets no limit.
    @inline(__always)
    static func mandatoryLimit(
        of descriptor: SecurityDescriptor, token: AccessToken, request: AccessRequest
    ) -> AccessMask? {
        guard token.mandatoryPolicy.contains(.noWriteUp) else { return nil }
        if case .absent = descriptor.sacl, token.integrityLevel >= .medium { return nil }
        return labelLimit(of: descriptor, token: token, request: request)
    }

    @inline(never)
    private static func labelLimit(
        of descriptor: SecurityDescriptor, token: AccessToken, request: AccessRequest
    ) -> AccessMask? {
        let label = descriptor.mandatoryLabel
        let level = label.map { IntegrityLevel(label: $0.trustee) ?? .untrusted } ?? .medium
        guard token.integrityLevel < level else { return nil }
        if token.appContainer != nil, level <= request.questions.appContainerWaivesLabelsUpTo { return nil }
        let policy = label.map { LabelPolicy(rawValue: $0.mask.rawValue) } ?? .noWriteUp
        var limit = policy.limit(request.mapping)
        if token.holds(.relabel) { limit.insert(.writeOwner) }
        return limit
    }
}
