import WindowsSecurity

/// Computes a decision out of nothing but the steps of a derivation.
struct DerivationReplay {
    /// What the steps come to, or nothing when they do not add up.
    static func granted(_ derivation: Derivation, token: AccessToken, request: AccessRequest) -> AccessMask? {
        var wanted: AccessMask = []
        var isMaximum = false
        var early: AccessMask = []
        var owned: AccessMask = []
        var limit = AccessMask(rawValue: .max)
        var walks: [AccessStep.Pass: AccessMask] = [:]
        var open: [AccessStep.Pass: AccessMask] = [:]
        for step in derivation.steps {
            switch step.kind {
            case .wants(let maximum): (wanted, isMaximum) = (step.bits, maximum)
            case .labelLimits: limit = step.bits
            case .labelRefuses, .privilegeMissing, .argumentRefused: return []
            case .privilegeGrants: early.formUnion(step.bits)
            case .ownerGrants:
                early.formUnion(step.bits)
                owned = [.readControl, .writeDACL]
            case .nothingLeft: return early == wanted ? wanted : nil
            case .passBegins: (walks[step.pass], open[step.pass]) = ([], step.remaining)
            case .passSkipped: walks[step.pass] = AccessMask(rawValue: .max)
            case .unprotected, .entryAllows:
                guard walks[step.pass]?.isDisjoint(with: step.bits) == true else { return nil }
                walks[step.pass]?.formUnion(step.bits)
                open[step.pass]?.subtract(step.bits)
                if !isMaximum, open[step.pass] != step.remaining { return nil }
            case .unprotectedGrantsNoPackage: if !isMaximum { return [] }
            case .entryDenies: if !isMaximum { return [] }
            case .passEnds:
                if walks[step.pass] != step.bits { return nil }
                if !isMaximum, !step.remaining.isEmpty { return [] }
            case .ownerRightsEntrySpeaks, .ownerIsNotRestricting: break
            case .verdict: break
            }
        }
        guard isMaximum else { return wanted }
        var result = (walks[.ordinary] ?? []).union(owned)
        if let second = walks[.restricted] {
            var reachable = second.union(owned)
            if token.isWriteRestricted {
                reachable.formUnion(AccessMask(rawValue: .max).subtracting(request.writeSet))
            }
            result.formIntersection(reachable)
        }
        result.formUnion(early)
        if let package = walks[.package] { result.formIntersection(package) }
        result.formIntersection(limit)
        return wanted.isSubset(of: result) ? result : []
    }
}
