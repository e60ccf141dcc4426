import JSON
import ModelFamilies
import Testing
import WindowsSecurity

@Suite struct DerivationTests {
    @Test func theStepsYieldTheGrantedMaskAndTheRecorderChangesNothing() {
        var world = RandomWorld(seed: 20_260_101)
        var granted = 0
        for round in 0..<20_000 {
            let (descriptor, token, request) = world.next()
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
            granted += decision.isGranted ? 1 : 0
        }
        // Both verdicts are there in numbers, else the worlds say little.
        #expect(granted > 2500 && granted < 17_500)
    }

    @Test func theNaiveCheckDecidesAlike() {
        var world = RandomWorld(seed: 4711)
        for round in 0..<20_000 {
            let (descriptor, token, request) = world.next()
            let decision = AccessCheck.decide(descriptor, token: token, request: request)
            let naive = NaiveAccessCheck(
                descriptor: descriptor, token: token, mapping: request.mapping, principalSelf: request.principalSelf
            ).decide(request.desired.rawValue)
            guard naive.isGranted != decision.isGranted || naive.granted != decision.granted.rawValue else { continue }
            Issue.record(
                """
                round \(round): \(descriptor) for \(request.desired): \(decision.granted), \
                naive \(AccessMask(rawValue: naive.granted))
                """)
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
        var world = RandomWorld(seed: 7)
        var found = 0
        for round in 0..<2000 {
            let (descriptor, token, request) = world.next()
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
