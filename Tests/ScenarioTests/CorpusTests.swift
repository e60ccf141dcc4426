import Foundation
import KernelStage
import Scenarios
import Testing

/// The whole corpus, against what is expected of it.
@Suite(.serialized) struct CorpusTests {
    private static func corpus() throws -> Corpus {
        try Corpus([Stage.repository.appending(path: "Fixtures/scenarios")])
    }

    private func validate(_ performer: any Performer) throws {
        let matrix = try Validation(performers: [performer]).run(try Self.corpus().scenarios)
        #expect(matrix.rows.count > 200)
        #expect(matrix.isGreen, "\(TerminalReport(matrix).text)")
    }

    @Test(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
    func linuxAnswersAsExpected() throws { try validate(LinuxPerformer(.elevated)) }

    @Test(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
    func linuxWithoutSetupAnswersAsExpected() throws { try validate(LinuxPerformer(.unelevated)) }
}
