extension AccessCheck {
    /// Steps 7 to 9 of `docs/windows-model.md`: whether every walk that has to be taken grants what is left.
    @inline(__always)
    static func grants<Recorder: AccessRecorder>(
        _ left: AccessMask, packageWants: AccessMask, _ descriptor: SecurityDescriptor, _ token: AccessToken,
        _ request: AccessRequest, recorder: inout Recorder
    ) -> Bool {
        if token.appContainer == nil {
            guard
                walk(
                    left, with: token.ordinaryMembership, pass: .ordinary, descriptor, token, request,
                    recorder: &recorder)
            else { return false }
        } else {
            let walk = DACLWalk(descriptor: descriptor, token: token, request: request)
            guard walk.walkWithPackage(left, packageWants: packageWants, recorder: &recorder) else { return false }
            if !request.questions.restrictingSIDsBindAppContainers { return true }
        }
        guard token.isRestricted else { return true }
        var second = left
        if token.isWriteRestricted {
            let writes = left.intersection(request.writeSet)
            if writes.isEmpty {
                note(&recorder, .passSkipped, pass: .restricted, remaining: left)
                return true
            }
            if !request.questions.secondPassCoversReads { second = writes }
        }
        return walk(
            second, with: token.restrictingMembership, pass: .restricted, descriptor, token, request,
            recorder: &recorder)
    }

    /// Step 7: one walk in stored order; the first deny that bites ends it.
    @inline(__always)
    private static func walk<Recorder: AccessRecorder>(
        _ wanted: AccessMask, with membership: Membership, pass: AccessStep.Pass, _ descriptor: SecurityDescriptor,
        _ token: AccessToken, _ request: AccessRequest, recorder: inout Recorder
    ) -> Bool {
        note(&recorder, .passBegins, pass: pass, remaining: wanted)
        guard case .list(let list) = descriptor.dacl else {
            note(&recorder, .unprotected, pass: pass, bits: wanted, remaining: [])
            return true
        }
        if !request.objectTypes.isEmpty {
            return DACLWalk(descriptor: descriptor, token: token, request: request)
                .walkTree(wanted, list.entries, with: membership, pass: pass, recorder: &recorder)
        }
        var left = wanted
        let entries = list.entries.span
        for index in entries.indices {
            if left.isEmpty { break }
            guard !entries[index].flags.contains(.inheritOnly) else { continue }
            let bits = request.mapping.map(entries[index].mask).intersection(left)
            guard !bits.isEmpty else { continue }
            let type = entries[index].type
            let isDeny: Bool
            if type == .accessAllowed {
                guard standing(of: entries[index].trustee, in: membership, descriptor, request) == .enabled else {
                    continue
                }
                isDeny = false
            } else if type == .accessDenied {
                guard standing(of: entries[index].trustee, in: membership, descriptor, request) != .absent else {
                    continue
                }
                isDeny = true
            } else {
                guard applies(entries[index], with: membership, pass: pass, descriptor, token, request) else {
                    continue
                }
                isDeny = type.isDeny
            }
            if isDeny {
                note(&recorder, .entryDenies, pass: pass, entry: index, bits: bits, remaining: left)
                return false
            }
            left.subtract(bits)
            note(&recorder, .entryAllows, pass: pass, entry: index, bits: bits, remaining: left)
        }
        note(&recorder, .passEnds, pass: pass, bits: wanted.subtracting(left), remaining: left)
        return left.isEmpty
    }

    /// An entry of one of the rarer types, off the common path.
    @inline(never)
    private static func applies(
        _ entry: ACE, with membership: Membership, pass: AccessStep.Pass, _ descriptor: SecurityDescriptor,
        _ token: AccessToken, _ request: AccessRequest
    ) -> Bool {
        DACLWalk(descriptor: descriptor, token: token, request: request)
            .applies(entry, with: membership, pass: pass)
    }

    /// How a trustee counts: OWNER RIGHTS stands for the owner, SELF for the SID that was passed.
    @inline(__always)
    static func standing(
        of trustee: SID, in membership: Membership, _ descriptor: SecurityDescriptor, _ request: AccessRequest
    ) -> Membership.Standing {
        if trustee.isPlaceholder { return standingOfPlaceholder(trustee, in: membership, descriptor, request) }
        return membership.standing(of: trustee)
    }

    @inline(never)
    private static func standingOfPlaceholder(
        _ trustee: SID, in membership: Membership, _ descriptor: SecurityDescriptor, _ request: AccessRequest
    ) -> Membership.Standing {
        let meant = trustee == .ownerRights ? descriptor.owner : request.principalSelf
        return meant.map { membership.standing(of: $0) } ?? .absent
    }
}

extension SID {
    /// Whether the SID stands for another one: `S-1-3-4` or `S-1-5-10`.
    @inline(__always)
    var isPlaceholder: Bool {
        // Both have a single sub-authority, which few SIDs have, so the common case is one comparison.
        header & 0xF000 == 0x1000 && (self == .ownerRights || self == .principalSelf)
    }
}
