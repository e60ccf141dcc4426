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
        let count = matrix.rows.count
        #expect(count > 400)
        let isGreen = matrix.isGreen
        #expect(isGreen, "\(TerminalReport(matrix).text)")
    }

    @Test(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
    func linuxAnswersAsExpected() throws { try validate(LinuxPerformer(.elevated)) }

    @Test(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
    func linuxWithoutSetupAnswersAsExpected() throws { try validate(LinuxPerformer(.unelevated)) }

    @Test func theSimulatedMachineAnswersAsExpected() throws { try validate(SimulatedPerformer()) }

    /// Two platforms never differ silently: every reason leads to a section that exists.
    @Test func everyDivergenceIsExplained() throws {
        let mapping = try String(contentsOf: Stage.repository.appending(path: "docs/mapping.md"), encoding: .utf8)
        let anchors = Set(
            mapping.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
                line.drop { $0 == "#" || $0 == " " }.lowercased().filter {
                    $0.isLetter || $0.isNumber || " -_".contains($0)
                }
                .replacing(" ", with: "-")
            })
        for scenario in try Self.corpus().scenarios {
            for (platform, divergence) in scenario.divergences {
                #expect(anchors.contains(divergence.section), "\(scenario.id) on \(platform): \(divergence.section)")
            }
        }
    }
}
