extension AccessQuery {
    /// The single edits that flip the verdict for a token, the smallest first.
    ///
    /// Every edit of the list has been made and checked by ``AccessCheck``: with it the verdict is the opposite one.
    ///
    /// - Parameter token: who asks.
    /// - Returns: the edits in the order of their weight.
    public func flippingEdits(for token: AccessToken) -> [AccessEdit] {
        let (decision, derivation) = AccessCheck.explain(descriptor, token: token, request: request)
        let candidates = edits(for: token, isGranted: decision.isGranted, derivation: derivation)
        let flipping = candidates.filter { flips($0, for: token, from: decision) }
        return flipping.sorted { left, right in
            let (first, second) = (left.weight(in: descriptor), right.weight(in: descriptor))
            return first == second ? left.rank < right.rank : first < second
        }
    }

    /// The smallest single edit that flips the verdict for a token, or nothing when none does.
    ///
    /// - Parameter token: who asks.
    /// - Returns: the first of ``flippingEdits(for:)``.
    public func smallestFlippingEdit(for token: AccessToken) -> AccessEdit? { flippingEdits(for: token).first }

    private func flips(_ edit: AccessEdit, for token: AccessToken, from decision: AccessDecision) -> Bool {
        var descriptor = descriptor
        var token = token
        edit.apply(to: &descriptor, token: &token)
        return AccessCheck.decide(descriptor, token: token, request: request).isGranted != decision.isGranted
    }

    private func edits(for token: AccessToken, isGranted: Bool, derivation: Derivation) -> [AccessEdit] {
        var edits: [AccessEdit] = []
        let entries = descriptor.dacl.list?.entries ?? []
        if let restricting = token.restrictingSIDs {
            edits += restricting.map { .removeRestrictingSID($0.sid) }
            let trustees = Set(entries.map(\.trustee)).union([descriptor.owner].compactMap(\.self))
            let present = Set(restricting.map(\.sid))
            edits += trustees.subtracting(present).sorted().map { .addRestrictingSID($0) }
        }
        for from in entries.indices {
            edits.append(.removeEntry(from))
            for to in entries.indices where to != from { edits.append(.moveEntry(from: from, to: to)) }
        }
        guard case .list = descriptor.dacl else { return edits }
        for trustee in trustees(of: token) {
            for mask in masks(isGranted: isGranted, derivation: derivation) {
                let entry: ACE = isGranted ? .deny(mask, to: trustee) : .allow(mask, to: trustee)
                edits.append(.addEntry(entry, at: 0))
            }
        }
        return edits
    }

    /// Every SID of the token that an entry could speak about.
    private func trustees(of token: AccessToken) -> [SID] {
        var sids = [token.user.sid] + token.groups.map(\.sid) + (token.restrictingSIDs ?? []).map(\.sid)
        if let container = token.appContainer {
            sids += [container.package] + container.capabilities.map(\.sid)
        }
        var seen: Set<SID> = []
        return sids.filter { seen.insert($0).inserted }
    }

    /// The rights an added entry may have: single wanted ones to deny, or what some walk was left without to allow.
    private func masks(isGranted: Bool, derivation: Derivation) -> [AccessMask] {
        let wanted = request.mapping.map(request.desired).subtracting(.maximumAllowed)
        if isGranted {
            let bits = wanted.isEmpty ? AccessMask(rawValue: request.mapping.all.rawValue) : wanted
            return (0..<32).map { AccessMask(rawValue: 1 << $0) }.filter { bits.contains($0) }
        }
        var masks: Set<AccessMask> = []
        if !wanted.isEmpty { masks.insert(wanted) }
        for step in derivation.steps where step.kind == .passEnds || step.kind == .entryDenies {
            if !step.remaining.isEmpty { masks.insert(step.remaining) }
        }
        if wanted.isEmpty { masks.insert(AccessMask(rawValue: request.mapping.all.rawValue)) }
        return masks.sorted { $0.rawValue.nonzeroBitCount < $1.rawValue.nonzeroBitCount }
    }
}
