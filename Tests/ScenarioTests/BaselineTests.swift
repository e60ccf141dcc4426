import Foundation
import KernelStage
import Scenarios
import Testing

/// Other sandboxes get the same attempts, and answer as they are known to.
@Suite(.serialized, .enabled(if: Stage.isRequired, "\(Stage.requirement)")) struct BaselineTests {
    private static let chosen = ["append-in-workspace", "append-in-home", "tcp-over-ipv4", "udp-over-ipv4"]

    private func verdicts(
        _ confinement: LinuxConfinement, _ mode: Mode, _ chosen: [String] = Self.chosen
    ) throws -> [Verdict?] {
        let corpus = try Corpus([Stage.repository.appending(path: "Fixtures/scenarios")])
        let scenarios = chosen.compactMap { id in corpus.scenarios.first { $0.id == id } }
        let performer = LinuxPerformer(confinement)
        let matrix = try Validation(performers: [performer], modes: [mode]).run(scenarios)
        let column = try #require(matrix.columns.first)
        return matrix.rows.map { $0.cells[column]?.observation.verdict }
    }

    /// Landlock stops writing and TCP; it has no word for datagrams before version 10.
    @Test func landlockAlone() throws {
        #expect(try verdicts(.landlock, .offline) == [.allowed, .denied, .denied, .allowed])
    }

    @Test func nothingStopsThePlainUser() throws {
        #expect(try verdicts(.plainUser, .fullAccess) == [.allowed, .allowed, .allowed, .allowed])
    }

    @Test func bubblewrap() throws {
        #expect(try verdicts(.bubblewrap, .offline) == [.allowed, .denied, .denied, .denied])
    }

    /// A sandbox that does not start has not denied anything.
    @Test func aSandboxThatDoesNotStart() throws {
        #expect(try verdicts(.bubblewrap, .offline, ["root-that-is-missing"]) == [.notApplicable])
    }

    /// A denied file is covered by one that nobody opens, a denied directory by an empty one.
    @Test func bubblewrapHides() throws {
        let chosen = ["denied-file", "denied-directory", "denied-link", "work-through-a-link"]
        #expect(try verdicts(.bubblewrap, .offline, chosen) == [.denied, .denied, .denied, .allowed])
    }
}
