extension AccessQuery {
    /// The single edits that flip the verdict for a token, the smallest first.
    ///
    /// Looked for are: one entry removed, moved to the nearest place that does, or added, with the fewest rights that do, and
    /// one restricting SID of a restricted token added or removed. Every edit of the list has been made and checked by ``AccessCheck``: with it the
    /// verdict is the opposite one.
    ///
    /// - Parameter token: who asks.
    /// - Returns: the edits in the order of their weight.
    public func flippingEdits(for token: AccessToken) -> [AccessEdit] {
        let isGranted = AccessCheck.decide(descriptor, token: token, request: request).isGranted
        func flips(_ edit: AccessEdit) -> Bool {
            var descriptor = descriptor
            var token = token
            edit.apply(to: &descriptor, token: &token)
            return AccessCheck.decide(descriptor, token: token, request: request).isGranted != isGranted
        }
        var edits = editsOfRestrictingSIDs(token).filter(flips)
        for index in (descriptor.dacl.list?.entries ?? []).indices {
            if flips(.removeEntry(index)) { edits.append(.removeEntry(index)) }
            edits += nearestMoves(of: index, flips)
        }
        if case .list = descriptor.dacl {
            for trustee in trustees(of: token) {
                if let edit = smallestAddition(for: trustee, isGranted: isGranted, flips) { edits.append(edit) }
            }
        }
        return edits.sorted { left, right in
            let (first, second) = (left.weight(in: descriptor), right.weight(in: descriptor))
            return first == second ? left.rank < right.rank : first < second
        }
    }

    /// The smallest single edit that flips the verdict for a token, or nothing when none does.
    ///
    /// - Parameter token: who asks.
    /// - Returns: the first of ``flippingEdits(for:)``.
    public func smallestFlippingEdit(for token: AccessToken) -> AccessEdit? { flippingEdits(for: token).first }

    private func editsOfRestrictingSIDs(_ token: AccessToken) -> [AccessEdit] {
        guard let restricting = token.restrictingSIDs else { return [] }
        let present = Set(restricting.map(\.sid))
        var named: Set<SID> = []
        for entry in descriptor.dacl.list?.entries ?? [] { named.formUnion(sids(of: entry)) }
        if let owner = descriptor.owner { named.insert(owner) }
        return present.sorted().map { .removeRestrictingSID($0) }
            + named.subtracting(present).sorted().map { .addRestrictingSID($0) }
    }

    /// The shortest moves of an entry to the front and to the back that flip the verdict.
    ///
    /// The further an entry moves one way, the more it does or the less, so that the place is found by halving.
    private func nearestMoves(of from: Int, _ flips: (AccessEdit) -> Bool) -> [AccessEdit] {
        let count = descriptor.dacl.list?.entries.count ?? 0
        return [(-1, from), (1, count - 1 - from)].compactMap { direction, furthest in
            func move(_ distance: Int) -> AccessEdit { .moveEntry(from: from, to: from + direction * distance) }
            guard furthest > 0, flips(move(furthest)) else { return nil }
            var (fails, works) = (0, furthest)
            while works - fails > 1 {
                let middle = (fails + works) / 2
                if flips(move(middle)) { works = middle } else { fails = middle }
            }
            return move(works)
        }
    }

    /// The entry with the fewest rights that flips the verdict when it is added in front for a trustee.
    ///
    /// In front an entry does most. Each right counts on its own there, so what can be left out one by one can be left
    /// out together, and nothing smaller is left.
    private func smallestAddition(
        for trustee: SID, isGranted: Bool, _ flips: (AccessEdit) -> Bool
    ) -> AccessEdit? {
        func edit(_ mask: AccessMask) -> AccessEdit {
            .addEntry(isGranted ? .deny(mask, to: trustee) : .allow(mask, to: trustee), at: 0)
        }
        let wanted = request.mapping.map(request.desired)
        let isMaximum = wanted.contains(.maximumAllowed)
        var mask = wanted.subtracting(.maximumAllowed)
        if isMaximum || mask.isEmpty { mask = AccessMask(rawValue: ~0).subtracting(.generic) }
        guard flips(edit(mask)) else { return nil }
        for shift in 0..<32 {
            let bit = AccessMask(rawValue: 1 << UInt32(shift))
            guard mask.contains(bit), mask != bit, flips(edit(mask.subtracting(bit))) else { continue }
            mask.subtract(bit)
        }
        return edit(mask)
    }

    /// Every SID of the token that an entry could speak about, and OWNER RIGHTS, which takes the owner's rights away.
    private func trustees(of token: AccessToken) -> [SID] {
        var sids = [token.user.sid] + token.groups.map(\.sid) + (token.restrictingSIDs ?? []).map(\.sid)
        if let container = token.appContainer {
            sids += [container.package] + container.capabilities.map(\.sid)
            sids.append(
                container.isLessPrivileged ? .allRestrictedApplicationPackages : .allApplicationPackages)
        }
        sids.append(.ownerRights)
        var seen: Set<SID> = []
        return sids.filter { seen.insert($0).inserted }
    }
}
