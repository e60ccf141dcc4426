import Testing
import WindowsSecurity

/// Every small world, decided twice: by the model and by the naive check.
@Suite struct ExhaustiveTests {
    /// Every bit, every type of entry, both orders, all passes.
    @Test(arguments: World.tokens.indices, [World.user, SID.localSystem])
    func everyBitTypeOrderAndPass(tokenIndex: Int, owner: SID) {
        let naive = NaiveAccessCheck(
            descriptor: World.descriptor([]), token: World.tokens[tokenIndex], mapping: World.mapping)
        for shift in 0..<32 {
            let bit = AccessMask(rawValue: 1 << UInt32(shift))
            func entries(_ types: [EntryType], _ trustees: [SID], _ flags: [EntryFlags]) -> [ACE] {
                types.flatMap { type in
                    trustees.flatMap { trustee in flags.map { ACE(type, flags: $0, mask: bit, trustee: trustee) } }
                }
            }
            let plain = entries([.accessAllowed, .accessDenied], World.trustees, [[]])
            let inheritOnly = entries([.accessAllowed, .accessDenied], [.everyone, .ownerRights], [.inheritOnly])
            let kinds = World.kinds.dropFirst(2).map {
                ACE($0.type, mask: bit, trustee: .everyone, detail: $0.detail)
            }
            let few = entries([.accessAllowed, .accessDenied], [World.user, World.synthetic], [[]])
            compare([], naive, bit, owner: owner)
            for first in plain + inheritOnly + kinds { compare([first], naive, bit, owner: owner) }
            for first in plain {
                for second in plain + inheritOnly { compare([first, second], naive, bit, owner: owner) }
                for second in inheritOnly { compare([second, first], naive, bit, owner: owner) }
            }
            for kind in kinds {
                for other in few {
                    compare([kind, other], naive, bit, owner: owner)
                    compare([other, kind], naive, bit, owner: owner)
                }
            }
        }
    }

    /// No list, and NULL for a list, for every bit, generic rights and everything that can be had.
    @Test func everyBitWithoutAList() {
        for token in World.tokens {
            for list in [SecurityDescriptor.List.absent, .null] {
                for owner in [World.user, SID.localSystem, World.synthetic] {
                    var descriptor = World.descriptor([], owner: owner)
                    descriptor.dacl = list
                    let naive = NaiveAccessCheck(descriptor: descriptor, token: token, mapping: World.mapping)
                    for shift in 0..<32 {
                        let bit = AccessMask(rawValue: 1 << UInt32(shift))
                        compare(descriptor, naive, bit)
                        compare(descriptor, naive, bit.union(.maximumAllowed))
                    }
                }
            }
        }
    }

    /// Three entries over two rights of which one is a write right, for every request over them.
    @Test(arguments: World.tokens.indices, [false, true])
    func everyThreeEntriesOverTwoRights(tokenIndex: Int, ownsObject: Bool) {
        let naive = NaiveAccessCheck(
            descriptor: World.descriptor([]), token: World.tokens[tokenIndex], mapping: World.mapping)
        let masks: [AccessMask] = [.fileReadData, .fileWriteData, [.fileReadData, .fileWriteData]]
        let requests = masks + [.maximumAllowed, [.maximumAllowed, .fileWriteData], [.readControl, .fileWriteData]]
        var entries: [ACE] = []
        for trustee in [World.user, World.synthetic, World.denyOnly] {
            for mask in masks { entries += [.allow(mask, to: trustee), .deny(mask, to: trustee)] }
        }
        let owner = ownsObject ? World.user : SID.localSystem
        for first in entries {
            for second in entries {
                for third in entries[..<(ownsObject ? 2 : 9)] {
                    for desired in requests { compare([first, second, third], naive, desired, owner: owner) }
                }
            }
        }
    }

    /// Every label below, at and above every level, with privileges and ownership, for every bit.
    @Test(arguments: [World.tokens[0], World.tokens[3], World.tokens[7]])
    func everyLabelWithPrivilegeAndOwner(base: AccessToken) {
        let levels: [IntegrityLevel] = [.untrusted, .low, .medium, .high]
        for level in levels {
            for privilege in [nil, Privilege.security, .takeOwnership, .relabel] {
                var token = base
                token.integrityLevel = level
                token.privileges = PrivilegeSet(privilege.map { [$0] } ?? [])
                token.enabledPrivileges = token.privileges
                for label in levels {
                    for policy in UInt32(0)..<8 {
                        var descriptor = World.descriptor([.allow(.fileAll, to: .everyone)], owner: World.user)
                        let mask = AccessMask(rawValue: policy)
                        descriptor.sacl = .list([ACE(.mandatoryLabel, mask: mask, trustee: label.sid)])
                        let naive = NaiveAccessCheck(descriptor: descriptor, token: token, mapping: World.mapping)
                        for shift in 0..<32 { compare(descriptor, naive, AccessMask(rawValue: 1 << UInt32(shift))) }
                        compare(descriptor, naive, .maximumAllowed)
                    }
                }
            }
        }
    }

    private func compare(
        _ entries: [ACE], _ naive: NaiveAccessCheck, _ desired: AccessMask, owner: SID = .localSystem
    ) {
        let descriptor = World.descriptor(entries, owner: owner)
        compare(descriptor, NaiveAccessCheck(naive, descriptor: descriptor), desired)
    }

    private func compare(_ descriptor: SecurityDescriptor, _ naive: NaiveAccessCheck, _ desired: AccessMask) {
        let request = AccessRequest(desired, mapping: naive.mapping)
        let decision = AccessCheck.decide(descriptor, token: naive.token, request: request)
        let other = naive.decide(desired.rawValue)
        guard decision.isGranted != other.isGranted || decision.granted.rawValue != other.granted else { return }
        Issue.record(
            "\(descriptor) for \(desired): \(decision.granted), naive \(AccessMask(rawValue: other.granted))")
    }
}
