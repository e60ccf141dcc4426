import ArgumentParser
import Foundation
import KernelStage
import SandboxModel
import Scenarios

/// Takes layers and properties of designs away one at a time, and shows which scenario notices; none may survive.
@main struct MutationRun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutation-run", abstract: "Take layers away one at a time, and show which scenario notices.")

    @Option(help: "A copy of the sources, in which the runner is built.") var tree: String
    @Option(help: "Only mutations with this in their names.") var only = ""
    @Flag(help: "Only the properties of the design, on the simulated machine.") var designs = false

    func run() throws {
        let corpus = try Corpus([Stage.repository.appending(path: "Fixtures/scenarios")])
        let forgotten = DesignProperties.forgotten(by: DesignMutation.all)
        guard forgotten.isEmpty else {
            throw MutationError(
                description: "no mutation changes \(forgotten.joined(separator: ", ")) of a design; "
                    + "turn it the wrong way in Tests/MutationRun/DesignMutation*.swift")
        }
        var survivors: [String] = []
        for mutation in DesignMutation.all where only.isEmpty || mutation.id.contains(only) {
            let performer = MutantPerformer(
                id: mutation.id, inner: SimulatedPerformer(design: mutation.design), .windows)
            let (first, others) = corpus.scenarios.divided { $0.id == mutation.told }
            let red = try Hunt(performer, first).firstRed() ?? Hunt(performer, others).firstRed()
            try report(mutation.id, red, &survivors)
        }
        if !designs {
            let list = URL(filePath: tree).appending(path: "Tests/MutationRun/mutations.yaml")
            for mutation in try Mutation.all(in: list) where only.isEmpty || mutation.id.contains(only) {
                do {
                    try report(mutation.id, hunt(mutation, corpus), &survivors)
                } catch let error as MutationError {
                    print(error)
                    survivors.append(mutation.id)
                }
            }
        }
        guard survivors.isEmpty else {
            throw MutationError(description: "no scenario notices: \(survivors.joined(separator: ", "))")
        }
    }

    private func report(_ id: String, _ red: Hunt.Red?, _ survivors: inout [String]) throws {
        print(id.padding(toLength: 42, withPad: " ", startingAt: 0) + (red.map { "noticed by \($0)" } ?? "SURVIVES"))
        if red == nil { survivors.append(id) }
    }

    private func hunt(_ mutation: Mutation, _ corpus: Corpus) throws -> Hunt.Red? {
        let copy = URL(filePath: tree)
        let originals = try mutation.apply(in: copy)
        defer { for (place, data) in originals { try? data.write(to: place) } }
        let runner = try Build(tree: copy).product("sallyport-command-runner")
        var performer = LinuxPerformer(.elevated, jobs: 2)
        performer.replacements = [runner]
        let (decided, others) = corpus.scenarios.divided { scenario in
            Mode.allCases.contains { mode in
                scenario.expectation(on: .linux, in: mode)?.layers.contains { $0.rawValue == mutation.layer } == true
            }
        }
        return try Hunt(performer, decided).firstRed() ?? Hunt(performer, others).firstRed()
    }
}

extension [Scenario] {
    /// Those that are meant, and the others.
    fileprivate func divided(_ isMeant: (Scenario) -> Bool) -> (Self, Self) {
        (filter(isMeant), filter { !isMeant($0) })
    }
}
