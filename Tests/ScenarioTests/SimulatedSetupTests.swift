import Foundation
import KernelStage
import Scenarios
import Testing

/// What is told of setup when it fails between the attempts of a scenario on the simulated machine.
struct SimulatedSetupTests {
    private func observe(_ attempts: String) throws -> Observation {
        let host = try String(
            contentsOf: Stage.repository.appending(path: "Fixtures/scenarios/hosts/developer.yaml"), encoding: .utf8)
        let text = """
            schema: 1
            title: A group
            host: developer
            workspace: plain
            scenarios:
              - id: a
                title: A scenario
                sources: [attack 1]
                attempts: [\(attempts)]
                control: user
                expect: denied
                decided: {linux: mounts, linux-unelevated: mounts, windows: system}
            """
        let file = try ScenarioFile(text, path: "a.yaml") { _ throws(ScenarioFileError) in
            try Host(host, path: "hosts/developer.yaml", name: "developer")
        }
        let trials = file.scenarios.map { Trial($0, in: .offline) }
        let observations = try SimulatedPerformer().perform(trials) { _ in }
        return try #require(observations.first)
    }

    /// The judged attempt fails for want of something, so that the failure before it is what is told.
    @Test func theStepThatFailedIsTold() throws {
        let observation = try observe(
            "{administrator: freeze $setup-journal}, {administrator: undo-setup}, read $workspace/missing")
        #expect(observation.verdict == .denied)
        #expect(observation.answer.hasPrefix("cannot "), "\(observation.answer)")
        #expect(observation.answer.contains("sandbox-journal"), "\(observation.answer)")
        #expect(observation.derivation.first?.contains("sandbox-journal") == true, "\(observation.derivation)")
    }

    @Test func whatWasUndoneIsNoFailure() throws {
        let observation = try observe("{administrator: undo-setup}, read $workspace/missing")
        #expect(observation.answer.contains("ERROR_FILE_NOT_FOUND"), "\(observation.answer)")
    }
}
