/// The walks over the DACL: with the user and groups, with the package, with the restricting SIDs.
struct DACLWalk {
    let descriptor: SecurityDescriptor
    let token: AccessToken
    let request: AccessRequest

    @inline(__always)
    init(descriptor: SecurityDescriptor, token: AccessToken, request: AccessRequest) {
        self.descriptor = descriptor
        self.token = token
        self.request = request
    }

    /// Rules 12, 13 and 17 to 24: whether every walk that has to be taken grants what is left.
    @inline(__always)
    func grants<Recorder: AccessRecorder>(
        _ left: AccessMask, packageWants: AccessMask, recorder: inout Recorder
    ) -> Bool {
        let ordinary: Bool
        if token.appContainer == nil {
            ordinary = walk(left, with: token.ordinaryMembership, pass: .ordinary, recorder: &recorder)
        } else {
            ordinary = walkWithPackage(left, packageWants: packageWants, recorder: &recorder)
        }
        guard ordinary else { return false }
        guard token.isRestricted else { return true }
        var second = left
        if token.isWriteRestricted {
            let writes = left.intersection(request.writeSet)
            if writes.isEmpty {
                AccessCheck.note(&recorder, .passSkipped, pass: .restricted, remaining: left)
                return true
            }
            if !request.questions.secondPassCoversReads { second = writes }
        }
        return walk(second, with: token.restrictingMembership, pass: .restricted, recorder: &recorder)
    }

    /// Rule 12: one walk in stored order; the first deny that bites ends it.
    @inline(__always)
    private func walk<Recorder: AccessRecorder>(
        _ wanted: AccessMask, with membership: Membership, pass: AccessStep.Pass, recorder: inout Recorder
    ) -> Bool {
        AccessCheck.note(&recorder, .passBegins, pass: pass, remaining: wanted)
        guard case .list(let list) = descriptor.dacl else {
            AccessCheck.note(&recorder, .unprotected, pass: pass, bits: wanted, remaining: [])
            return true
        }
        if !request.objectTypes.isEmpty {
            return walkTree(wanted, list.entries, with: membership, pass: pass, recorder: &recorder)
        }
        var left = wanted
        let entries = list.entries.span
        for index in entries.indices {
            if left.isEmpty { break }
            guard !entries[index].flags.contains(.inheritOnly) else { continue }
            let bits = request.mapping.map(entries[index].mask).intersection(left)
            guard !bits.isEmpty else { continue }
            let type = entries[index].type
            if type == .accessAllowed {
                guard standing(of: entries[index].trustee, in: membership) == .enabled else { continue }
            } else if type == .accessDenied {
                guard standing(of: entries[index].trustee, in: membership) != .absent else { continue }
            } else {
                guard applies(entries[index], with: membership, pass: pass) else { continue }
            }
            if type.isDeny {
                AccessCheck.note(&recorder, .entryDenies, pass: pass, entry: index, bits: bits, remaining: left)
                return false
            }
            left.subtract(bits)
            AccessCheck.note(&recorder, .entryAllows, pass: pass, entry: index, bits: bits, remaining: left)
        }
        AccessCheck.note(&recorder, .passEnds, pass: pass, bits: wanted.subtracting(left), remaining: left)
        return left.isEmpty
    }

    /// How a trustee counts: OWNER RIGHTS stands for the owner, SELF for the SID that was passed.
    @inline(__always)
    func standing(of trustee: SID, in membership: Membership) -> Membership.Standing {
        if trustee.isPlaceholder { return standingOfPlaceholder(trustee, in: membership) }
        return membership.standing(of: trustee)
    }

    @inline(never)
    private func standingOfPlaceholder(_ trustee: SID, in membership: Membership) -> Membership.Standing {
        if trustee == .ownerRights {
            guard let owner = descriptor.owner else { return .absent }
            return membership.standing(of: owner)
        }
        guard let principalSelf = request.principalSelf else { return .absent }
        return membership.standing(of: principalSelf)
    }

    /// Whether an entry of one of the rarer types speaks about the members and its condition holds.
    @inline(never)
    func applies(_ entry: ACE, with membership: Membership, pass: AccessStep.Pass) -> Bool {
        let type = entry.type
        guard type.isAllow || type.isDeny else { return false }
        let standing = standing(of: entry.trustee, in: membership)
        guard standing == .enabled || (type.isDeny && standing == .denyOnly) else { return false }
        if entry.objectTypes?.objectType != nil, request.objectTypes.isEmpty {
            guard type.isDeny, request.questions.typedDenyCoversObjectWithoutList else { return false }
        }
        guard type.isCallback else { return true }
        let context = ConditionContext(token: token, descriptor: descriptor, pass: pass)
        switch ConditionalExpression.evaluate(entry.applicationData, in: context) {
        case .true: return true
        case .unknown: return type.isDeny
        case .false: return false
        }
    }
}

extension SID {
    /// Whether the SID stands for another one: `S-1-3-4` or `S-1-5-10`.
    @inline(__always)
    fileprivate var isPlaceholder: Bool {
        // Both have a single sub-authority, which few SIDs have, so the common case is one comparison.
        header & 0xF000 == 0x1000 && (self == .ownerRights || self == .principalSelf)
    }
}
