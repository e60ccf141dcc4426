import Testing
import WindowsSecurity

/// The answers of the queries against every answer there could be, over small worlds.
@Suite struct QueryBruteForceTests {
    private static let rights: [AccessMask] = [.fileReadData, .fileWriteData, .fileExecute, .writeDACL]

    /// Every mask over the four rights.
    private static let masks: [AccessMask] = (0..<16).map { number in
        rights.indices.reduce(into: AccessMask()) { mask, index in
            if number >> index & 1 != 0 { mask.formUnion(rights[index]) }
        }
    }

    private static let trustees: [SID] = [
        World.user, World.synthetic, World.stranger, .everyone, .ownerRights, World.package,
    ]

    private func world(_ random: inout RandomWorld) -> (SecurityDescriptor, AccessToken, AccessRequest) {
        let entries = (0..<1 + random.next(3)).map { _ in
            ACE(
                random.next(4) == 0 ? .accessDenied : .accessAllowed, flags: random.next(8) == 0 ? .inheritOnly : [],
                mask: random.pick(Self.masks), trustee: random.pick(Self.trustees))
        }
        let descriptor = World.descriptor(entries, owner: random.pick([World.user, .localSystem, World.synthetic]))
        var desired = random.pick(Self.masks)
        if random.next(5) == 0 { desired.insert(.maximumAllowed) }
        let mapping = GenericMapping(
            read: .fileReadData, write: .fileWriteData, execute: .fileExecute,
            all: [.fileReadData, .fileWriteData, .fileExecute, .writeDACL])
        return (descriptor, random.pick(World.tokens), AccessRequest(desired, mapping: mapping))
    }

    /// Every single edit of the kinds that the query looks for.
    private func everyEdit(_ descriptor: SecurityDescriptor, _ token: AccessToken) -> [AccessEdit] {
        let count = descriptor.dacl.list?.entries.count ?? 0
        var edits: [AccessEdit] = (0..<count).map { .removeEntry($0) }
        for from in 0..<count { for to in 0..<count where to != from { edits.append(.moveEntry(from: from, to: to)) } }
        let everybody =
            Self.trustees + [World.denyOnly, .users, .localSystem, .allApplicationPackages, World.capability]
        for position in 0...count {
            for trustee in everybody {
                for mask in Self.masks {
                    edits.append(.addEntry(.allow(mask, to: trustee), at: position))
                    edits.append(.addEntry(.deny(mask, to: trustee), at: position))
                }
            }
        }
        if let restricting = token.restrictingSIDs {
            edits += restricting.map { .removeRestrictingSID($0.sid) }
            edits += everybody.filter { sid in !restricting.contains { $0.sid == sid } }.map { .addRestrictingSID($0) }
        }
        return edits
    }

    @Test func noSingleEditThatFlipsIsSmaller() {
        var random = RandomWorld(seed: 99)
        var flipped = 0
        for round in 0..<250 {
            let (descriptor, token, request) = world(&random)
            let before = AccessCheck.decide(descriptor, token: token, request: request).isGranted
            let found = AccessQuery(descriptor, request: request).smallestFlippingEdit(for: token)
            var smallest: AccessEdit?
            for edit in everyEdit(descriptor, token) {
                if let smallest, edit.weight(in: descriptor) >= smallest.weight(in: descriptor) { continue }
                var (changed, other) = (descriptor, token)
                edit.apply(to: &changed, token: &other)
                if AccessCheck.decide(changed, token: other, request: request).isGranted != before { smallest = edit }
            }
            flipped += smallest == nil ? 0 : 1
            guard found?.weight(in: descriptor) != smallest?.weight(in: descriptor) else { continue }
            Issue.record(
                """
                round \(round): \(descriptor) for \(request.desired), granted \(before): \
                \(String(describing: found)) but \(String(describing: smallest))
                """)
        }
        #expect(flipped > 100)
    }

    /// The minimal members of all sets of the SIDs that could matter.
    private func minimal(
        _ sids: [SID], limit: Int, isGranted: ([SID]) -> Bool
    ) -> Set<Set<SID>> {
        let numbers = (0..<1 << sids.count).filter { $0.nonzeroBitCount <= limit }
        let granted = numbers.filter { number in
            isGranted(sids.indices.filter { number >> $0 & 1 != 0 }.map { sids[$0] })
        }
        let least = granted.filter { number in !granted.contains { $0 != number && $0 & number == $0 } }
        return Set(least.map { number in Set(sids.indices.filter { number >> $0 & 1 != 0 }.map { sids[$0] }) })
    }

    @Test func theMinimalSetsAreAllThereAre() {
        var random = RandomWorld(seed: 5)
        let everybody: [SID] = [
            World.user, World.synthetic, World.stranger, .everyone, .localSystem, .users, World.package,
        ]
        var sets = 0
        for round in 0..<250 {
            let (descriptor, token, request) = world(&random)
            let query = AccessQuery(descriptor, request: request)
            let stranger = SID("S-1-0-4294967295") ?? .null
            let grantees = minimal(everybody, limit: 4) { sids in
                let token = AccessToken(user: stranger, groups: sids.map { TokenGroup($0) })
                return AccessCheck.decide(descriptor, token: token, request: request).isGranted
            }
            let found = query.minimalGrantees()
            if found.count != grantees.count || Set(found.map { Set($0) }) != grantees {
                Issue.record("round \(round): \(descriptor) for \(request.desired): \(found) but \(grantees)")
            }
            let restricting = minimal(everybody, limit: 4) { sids in
                var restricted = token
                restricted.restrictingSIDs = sids.map { TokenGroup($0) }
                return AccessCheck.decide(descriptor, token: restricted, request: request).isGranted
            }
            let other = query.minimalRestrictingSIDs(for: token)
            if other.count != restricting.count || Set(other.map { Set($0) }) != restricting {
                Issue.record("round \(round): \(descriptor) for \(request.desired): \(other) but \(restricting)")
            }
            sets += grantees.count + restricting.count
        }
        #expect(sets > 150)
    }

    @Test func whatAConditionNamesIsAskedFor() throws {
        let descriptor = try SecurityDescriptor(sddl: "O:SYG:SYD:(XA;;FA;;;WD;(Member_of {SID(BA), SID(BU)}))")
        let query = AccessQuery(descriptor, request: AccessRequest(.fileReadData, mapping: World.mapping))
        #expect(query.minimalGrantees().map { Set($0) } == [[.everyone, .administrators, .users]])
    }
}
