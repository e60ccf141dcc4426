import SandboxModel
import Testing

/// Every incident that is told happens again on the design that had it, and not on the one that fixed it.
struct IncidentReplayTests {
    @Test func eachIsReplayed() {
        #expect(Incident.all.count == 42)
        #expect(Set(Incident.all.map(\.id)) == Set(Replay.all.keys))
    }

    @Test(arguments: Incident.all) func itHappensOnTheDesignThatHadIt(incident: Incident) throws {
        let replay = try #require(Replay.all[incident.id])
        #expect(try replay(incident.failed), "\(incident.failed.name) does not have it")
    }

    @Test(arguments: Incident.all.filter { $0.fixed != nil })
    func itDoesNotHappenOnTheDesignThatFixedIt(incident: Incident) throws {
        let replay = try #require(Replay.all[incident.id])
        let fixed = try #require(incident.fixed)
        #expect(try !replay(fixed), "\(fixed.name) has it")
    }
}
