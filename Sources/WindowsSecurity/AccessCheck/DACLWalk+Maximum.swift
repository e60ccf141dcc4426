extension DACLWalk {
    /// Step 10 of `docs/windows-model.md`: everything that can be had, with what owner and privileges have settled, before
    /// the label clips it.
    func maximum<Recorder: AccessRecorder>(
        recorder: inout Recorder, privileged: AccessMask, owned: AccessMask
    ) -> AccessMask {
        var result = collect(with: token.ordinaryMembership, pass: .ordinary, recorder: &recorder).union(owned)
        if token.isRestricted, token.appContainer == nil || request.questions.restrictingSIDsBindAppContainers {
            var second = collect(with: token.restrictingMembership, pass: .restricted, recorder: &recorder).union(owned)
            if token.isWriteRestricted, request.questions.maximumLosesWritesOnly {
                second.formUnion(AccessMask(rawValue: .max).subtracting(request.writeSet))
            }
            result.formIntersection(second)
        }
        // What a privilege gives escapes both walks, but not the package side.
        result.formUnion(privileged)
        guard token.appContainer != nil else { return result }
        return result.intersection(collect(with: token.packageMembership, pass: .package, recorder: &recorder))
    }

    /// One walk in stored order; each bit is decided by the first entry that names it.
    private func collect<Recorder: AccessRecorder>(
        with membership: Membership, pass: AccessStep.Pass, recorder: inout Recorder
    ) -> AccessMask {
        AccessCheck.note(&recorder, .passBegins, pass: pass, remaining: [])
        guard case .list(let list) = descriptor.dacl else {
            guard token.appContainer == nil else {
                AccessCheck.note(&recorder, .unprotectedGrantsNoPackage, pass: pass, remaining: [])
                return []
            }
            AccessCheck.note(&recorder, .unprotected, pass: pass, bits: request.mapping.all, remaining: [])
            return request.mapping.all
        }
        var granted: AccessMask = []
        var denied: AccessMask = [.accessSystemSecurity, .maximumAllowed]
        let entries = list.entries.span
        for index in entries.indices {
            guard !entries[index].flags.contains(.inheritOnly) else { continue }
            let type = entries[index].type
            // Deny entries match the normal SIDs only, and allow entries for them are spent on the user side.
            let isForeign = pass == .package && type.isDeny
            guard !isForeign, applies(entries[index], with: membership, pass: pass) else { continue }
            guard speaksAboutWhole(entries[index]) else { continue }
            if pass == .package, applies(entries[index], with: token.ordinaryMembership, pass: .ordinary) { continue }
            let bits = request.mapping.map(entries[index].mask).subtracting(granted).subtracting(denied)
            guard !bits.isEmpty else { continue }
            if type.isDeny {
                denied.formUnion(bits)
                AccessCheck.note(&recorder, .entryDenies, pass: pass, entry: index, bits: bits, remaining: [])
            } else {
                granted.formUnion(bits)
                AccessCheck.note(&recorder, .entryAllows, pass: pass, entry: index, bits: bits, remaining: [])
            }
        }
        AccessCheck.note(&recorder, .passEnds, pass: pass, bits: granted, remaining: [])
        return granted
    }
}
