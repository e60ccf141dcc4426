import SandboxModel
import Testing

@Suite struct SetupEngineTests {
    static let plan = SetupPlan.documented(for: SetupCrashTests.alice)

    @Test func planEndsWithItsMarker() {
        #expect(Self.plan.effects.last == .commitMarker)
        #expect(Set(Self.plan.effects).count == Self.plan.effects.count)
        #expect(
            SetupPlan(effects: [.commitMarker, .createRegistry, .createRegistry]).effects == [
                .createRegistry, .commitMarker,
            ])
    }

    @Test func rulesStandBeforeTheRunner() throws {
        let order = Self.plan.effects
        let rules = try #require(order.firstIndex(of: .installFirewall))
        let runner = try #require(order.firstIndex(of: .installRunner))
        #expect(rules < runner)
    }

    @Test func secondInstallChangesNothing() throws {
        let machine = SetupMachine()
        var engine = try machine.engine()
        #expect(try engine.install(Self.plan).allSatisfy { $0.step == .apply })
        let (facts, journal) = (machine.facts, machine.journal)
        var again = try machine.engine(failingAfter: 0)
        #expect(try again.install(Self.plan).allSatisfy { $0.step == .keep })
        #expect(machine.facts == facts)
        #expect(machine.journal == journal)
    }

    @Test func previewChangesNothingAndTellsTheTruth() throws {
        for facts in SetupCrashTests.beginnings {
            let machine = SetupMachine(facts: facts)
            var dry = try machine.engine(failingAfter: 0)
            let promised = try dry.preview(Self.plan)
            #expect(machine == SetupMachine(facts: facts))
            var engine = try machine.engine()
            #expect(try engine.install(Self.plan) == promised)
            var end = try machine.engine(failingAfter: 0)
            let undone = end.previewUninstall()
            end = try machine.engine()
            #expect(try end.uninstall() == undone)
        }
    }

    @Test func everyLostFactIsSeenAndRepaired() throws {
        let machine = SetupMachine()
        var engine = try machine.engine()
        _ = try engine.install(Self.plan)
        let installed = machine.facts
        for name in installed.keys {
            machine.facts[name] = nil
            var look = try machine.engine(failingAfter: 0)
            let wrong = try look.verify(Self.plan).filter { $0.state != .inForce }
            #expect(wrong.count == 1, "\(name)")
            var repair = try machine.engine()
            let repaired = try repair.repair().filter { $0.step != .keep }
            #expect(repaired.contains(SetupOutcome(try #require(wrong.first).effect, .repair)))
            #expect(machine.facts == installed, "\(name)")
        }
    }

    @Test func repairNeedsAWholeInstallation() throws {
        let machine = SetupMachine()
        var engine = try machine.engine()
        #expect(throws: SetupError.self) { try engine.repair() }
        var crashed = try machine.engine(failingAfter: 20)
        _ = try? crashed.install(Self.plan)
        var repair = try machine.engine()
        let error = #expect(throws: SetupError.self) { try repair.repair() }
        #expect(error?.code == .interrupted)
    }

    @Test func foreignThingsAreNotReplaced() throws {
        let machine = SetupMachine(facts: ["create-principal online 2": "mallory"])
        var engine = try machine.engine()
        let error = #expect(throws: SetupError.self) { try engine.install(Self.plan) }
        #expect(error?.code == .conflict)
        #expect(error?.effect == .createPrincipal(.online))
        var end = try machine.engine()
        _ = try end.uninstall()
        #expect(machine == SetupMachine(facts: ["create-principal online 2": "mallory"]))
    }

    /// A platform that says it applied and did not.
    private struct Liar: SetupPlatform {
        func inspect(_ effect: Effect, recorded image: BeforeImage?) -> EffectState { .drifted("it is a lie") }
        func capture(_ effect: Effect, after journal: Journal) -> BeforeImage { .absent }
        func apply(_ effect: Effect, over image: BeforeImage, after journal: Journal) {}
        func revert(_ effect: Effect, to image: BeforeImage) {}
    }

    @Test func applyingIsVerified() throws {
        var engine = try SetupEngine(platform: Liar(), store: MemoryJournal(machine: SetupMachine()))
        let error = #expect(throws: SetupError.self) { try engine.install(Self.plan) }
        #expect(error?.code == .notInForce)
        #expect(error?.description.contains("it is a lie") == true)
        #expect(engine.recorded.first?.progress == .begun)
    }
}
