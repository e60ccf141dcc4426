import Foundation
import KernelStage
import SandboxModel
import Scenarios
import Testing

/// `docs/court.md` says what the court says.
struct CourtPageTests {
    /// The figures of a command on the page; the page knows `--mode` and scenario files.
    private static func report(_ command: String) throws -> CourtReport {
        let words = command.split(separator: " ").map(String.init)
        try #require(words.prefix(4) == ["sallyport", "court", "--mode", "offline"], "\(command)")
        let paths = words.count > 4 ? Array(words.dropFirst(4)) : ["Fixtures/scenarios"]
        let corpus = try Corpus(paths.map { Stage.repository.appending(path: $0) })
        return try Court(scenarios: corpus.scenarios, workloads: Examples.workloads(), modes: [.offline]).run(
            SandboxDesign.contenders, jobs: 2)
    }

    /// The commands on the page with what stands below them.
    private static func blocks() throws -> [(command: String, table: String)] {
        let page = try String(contentsOf: Stage.repository.appending(path: "docs/court.md"), encoding: .utf8)
        return page.components(separatedBy: "```\n$ ").dropFirst().compactMap { part in
            let text = part.components(separatedBy: "```")[0]
            guard let end = text.firstIndex(of: "\n") else { return nil }
            return (String(text[..<end]), String(text[text.index(after: end)...]))
        }
    }

    @Test func theTablesAreThoseOfTheCommandAndTheArgumentHolds() throws {
        let blocks = try Self.blocks()
        #expect(blocks.count == 2)
        let reports = try blocks.map { try Self.report($0.command) }
        for (block, report) in zip(blocks, reports) {
            let table = TerminalCourt(report).text.components(separatedBy: "\n\n")[0] + "\n"
            #expect(block.table == table, "docs/court.md is not what '\(block.command)' prints; run: make court-page")
        }
        try checkArgument(reports[0], network: reports[1])
    }

    /// The sentences of the page that speak about the figures.
    private func checkArgument(_ all: CourtReport, network: CourtReport) throws {
        let name = SandboxDesign.elevatedOnWindows.name
        let documented = try #require(all.designs.first { $0.design == name })
        // Of those in which a build lands, the person is not hindered, and nothing is opened, it stops the most.
        let usable = all.designs.filter { design in
            design.works.contains { $0.workload == "build" && $0.isRunning }
                && design.runningBeside.part == design.runningBeside.all && design.change.opened.isEmpty
        }
        #expect(usable.contains(documented) && usable.count > 4)
        for design in usable where design.design != name {
            #expect(design.stopped().part < documented.stopped().part, "\(design.design)")
            let online = try #require(network.designs.first { $0.design == design.design })
            #expect(online.stopped().part == 0, "\(design.design) cuts the network off")
        }
        // The package and the other machine stop more; it leaves more than twice what any other does.
        for other in [SandboxDesign.appContainer, .virtualMachine] {
            let entry = try #require(all.designs.first { $0.design == other.name })
            #expect(entry.stopped().part > documented.stopped().part && !usable.contains(entry))
        }
        #expect(
            all.designs.allSatisfy { $0.design == name || 2 * $0.change.items.count < documented.change.items.count })
        let low = try #require(all.designs.first { $0.design == SandboxDesign.lowIntegrity.name })
        #expect(low.change.opened.count == low.change.items.count { $0.kind == "labels" })
        #expect(
            Set(all.designs.map(\.design)).subtracting(all.unbeaten)
                == [SandboxDesign.capabilityRule.name, SandboxDesign.programRule.name])
        // What gets through is what the corpus declares for Windows, with a section of the mapping.
        let through = Set(documented.attempts.filter { !$0.isStopped }.map(\.scenario))
        let corpus = try Corpus([Stage.repository.appending(path: "Fixtures/scenarios")])
        for scenario in corpus.scenarios where through.contains(scenario.id) {
            #expect(scenario.expectation(on: .windows, in: .offline)?.divergence != nil, "\(scenario.id)")
        }
        let share = documented.attempts.count { !$0.isStopped } * 100 / documented.attempts.count
        #expect((25...42).contains(share), "about a third, found \(share) %")
    }
}
