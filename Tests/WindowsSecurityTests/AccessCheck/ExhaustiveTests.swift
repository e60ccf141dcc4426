import Testing
import WindowsSecurity

/// Every small world, decided twice: by the model and by the naive check.
@Suite struct ExhaustiveTests {
    private static let trustees: [SID] = [World.user, World.denyOnly, World.synthetic, World.stranger, .ownerRights]

    /// Every bit, every kind of entry, both orders, all passes.
    @Test(arguments: World.tokens.indices)
    func everyBitKindAndOrder(tokenIndex: Int) throws {
        let naive = NaiveAccessCheck(
            descriptor: World.descriptor([]), token: World.tokens[tokenIndex], mapping: World.mapping)
        let condition = try SecurityDescriptor(sddl: "D:(XA;;CC;;;WD;(Member_of {SID(WD)}))")
        let data = try #require(condition.dacl.list?.entries.first?.detail)
        for shift in 0..<32 {
            let bit = AccessMask(rawValue: 1 << UInt32(shift))
            var entries: [ACE] = []
            for trustee in Self.trustees {
                entries += [
                    .allow(bit, to: trustee), .deny(bit, to: trustee), .allow(bit, to: trustee, flags: .inheritOnly),
                    .deny(bit, to: trustee, flags: .inheritOnly),
                    ACE(.systemAudit, mask: bit, trustee: trustee), ACE(.mandatoryLabel, mask: bit, trustee: trustee),
                ]
            }
            if naive.token.restrictingSIDs == nil {
                entries.append(ACE(.accessAllowedCallback, mask: bit, trustee: World.user, detail: data))
                entries.append(ACE(.accessDeniedCallback, mask: bit, trustee: World.user, detail: data))
            }
            compare([], naive, bit)
            for first in entries {
                compare([first], naive, bit)
                for second in entries { compare([first, second], naive, bit) }
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

    /// Labels, privileges and ownership together, for every standard right.
    @Test func everyStandardRightWithLabelPrivilegeAndOwner() {
        let rights: [AccessMask] = [
            .delete, .readControl, .writeDACL, .writeOwner, .synchronize, .accessSystemSecurity, .fileWriteData,
            .fileDeleteChild, .genericAll, .genericWrite, .genericRead, .maximumAllowed, [],
        ]
        for token in World.tokens {
            for level in [IntegrityLevel.low, .medium, .high] {
                for privilege in [nil, Privilege.security, .takeOwnership, .relabel] {
                    var token = token
                    token.integrityLevel = level
                    if let privilege {
                        token.privileges = PrivilegeSet([privilege])
                        token.enabledPrivileges = token.privileges
                    }
                    let naive = NaiveAccessCheck(
                        descriptor: World.descriptor([]), token: token, mapping: World.mapping)
                    for owner in [World.user, SID.localSystem] {
                        for entries in [
                            [], [ACE.allow(.genericAll, to: World.user)], [.allow(.fileAll, to: .ownerRights)],
                        ] {
                            for right in rights { compare(entries, naive, right, owner: owner) }
                        }
                    }
                }
            }
        }
    }

    private func compare(
        _ entries: [ACE], _ naive: NaiveAccessCheck, _ desired: AccessMask, owner: SID = .localSystem
    ) {
        let token = naive.token
        let descriptor = World.descriptor(entries, owner: owner)
        let request = AccessRequest(desired, mapping: World.mapping)
        let decision = AccessCheck.decide(descriptor, token: token, request: request)
        let naive = NaiveAccessCheck(naive, descriptor: descriptor).decide(desired.rawValue)
        guard decision.isGranted != naive.isGranted || decision.granted.rawValue != naive.granted else { return }
        Issue.record(
            "\(descriptor) for \(desired): \(decision.granted), naive \(AccessMask(rawValue: naive.granted))"
        )
    }
}
