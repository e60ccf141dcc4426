import ModelFamilies
import Testing
import WindowsSecurity

@Suite struct DerivationTests {
    /// Small worlds drawn by a fixed generator; every failure names its seed.
    private struct Generator {
        var state: UInt64

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }

        mutating func pick<Value>(_ values: [Value]) -> Value { values[next(values.count)] }

        mutating func entry() -> ACE {
            let trustees: [SID] = [
                World.user, World.denyOnly, World.synthetic, World.stranger, .everyone, .ownerRights, World.package,
                .allApplicationPackages,
            ]
            let masks: [AccessMask] = [
                .fileReadData, .fileWriteData, .genericRead, .genericAll, .fileModify, .delete, .writeDACL,
                [.readControl, .fileDeleteChild], .fileAll,
            ]
            let type: EntryType = next(3) == 0 ? .accessDenied : .accessAllowed
            return ACE(type, flags: next(8) == 0 ? .inheritOnly : [], mask: pick(masks), trustee: pick(trustees))
        }

        mutating func world() -> (SecurityDescriptor, AccessToken, AccessRequest) {
            var token = pick(World.tokens)
            if next(4) == 0 {
                token.appContainer = AppContainer(package: World.package, isLessPrivileged: next(2) == 0)
                token.integrityLevel = .low
            }
            if next(4) == 0 { token.integrityLevel = .low }
            if next(4) == 0 {
                token.privileges = PrivilegeSet([pick([.security, .takeOwnership, .relabel])])
                token.enabledPrivileges = token.privileges
            }
            let entries = (0..<next(6)).map { _ in entry() }
            var descriptor = World.descriptor(entries, owner: pick([World.user, .localSystem]))
            if next(10) == 0 { descriptor.dacl = .null }
            let desired: [AccessMask] = [
                .fileReadData, .fileWriteData, .genericRead, .genericWrite, .maximumAllowed,
                [.maximumAllowed, .writeOwner], .fileModify, [.readControl, .writeDACL], .accessSystemSecurity,
                [.writeOwner, .fileReadData], .delete,
            ]
            return (descriptor, token, AccessRequest(pick(desired), mapping: World.mapping))
        }
    }

    @Test func theStepsYieldTheGrantedMaskAndTheRecorderChangesNothing() {
        var generator = Generator(state: 20_260_101)
        for round in 0..<12_000 {
            let (descriptor, token, request) = generator.world()
            let silent = AccessCheck.decide(descriptor, token: token, request: request)
            let (decision, derivation) = AccessCheck.explain(descriptor, token: token, request: request)
            if silent != decision { Issue.record("round \(round): the recorder changed \(silent) to \(decision)") }
            let replayed = DerivationReplay.granted(derivation, token: token, request: request)
            if replayed != decision.granted {
                Issue.record("round \(round): \(descriptor) \(decision) replays as \(String(describing: replayed))")
            }
            if case .verdict(let status)? = derivation.steps.last?.kind {
                if status != decision.status { Issue.record("round \(round): the last step is \(status)") }
            } else {
                Issue.record("round \(round): no verdict at the end")
            }
        }
    }

    @Test func everyVectorOfFilesReplays() throws {
        var count = 0
        for row in try Fixtures.rows(of: .accessCheck) where row["input"]?["object_type"] == "file" {
            guard let sddl = row["input"]?["sd"]?.string, let desired = row["input"]?["desired"]?.string,
                let token = row["input"]?["token"]?.description, row["expect"]?["granted"] != nil
            else { continue }
            let question = try WhyQuestion(sddl: sddl, token: token, access: desired)
            let (decision, derivation) = AccessCheck.explain(
                question.descriptor, token: question.token, request: question.request)
            let replayed = DerivationReplay.granted(derivation, token: question.token, request: question.request)
            #expect(replayed == decision.granted)
            count += 1
        }
        #expect(count > 1000)
    }

    @Test func everyCounterfactualFlipsTheVerdict() {
        var generator = Generator(state: 7)
        var found = 0
        for round in 0..<1000 {
            let (descriptor, token, request) = generator.world()
            let before = AccessCheck.decide(descriptor, token: token, request: request).isGranted
            var lightest = 0
            for edit in AccessQuery(descriptor, request: request).flippingEdits(for: token) {
                var changed = descriptor
                var other = token
                edit.apply(to: &changed, token: &other)
                let after = AccessCheck.decide(changed, token: other, request: request).isGranted
                if after == before { Issue.record("round \(round): \(edit) does not flip \(descriptor)") }
                let weight = edit.weight(in: descriptor)
                if weight < lightest { Issue.record("round \(round): the edits are not in the order of their weight") }
                lightest = weight
                found += 1
            }
        }
        #expect(found > 1000)
    }
}
