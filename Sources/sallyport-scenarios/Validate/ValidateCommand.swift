public import ArgumentParser
internal import Foundation
internal import Glibc
internal import SandboxModel
public import Scenarios

/// `sallyport validate`.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Perform scenarios and compare what is expected with what is observed.",
        discussion: """
            Each scenario is performed without a sandbox, where it must succeed, and in the sandbox in every mode: on real Linux in private \
            namespaces, which needs root and leaves nothing behind, and on the simulated Windows machine. The verdict and the layer \
            that decided are compared with what the scenario file expects.

            exit codes: 0 everything is as expected; 1 an expectation is not met, or a control fails; 64 the command line is wrong; \
            65 a scenario file cannot be read; 69 a platform cannot be used here; 73 a report cannot be written; 74 the output cannot.

            examples:
              sallyport validate
              sallyport validate --platform windows --all
              sallyport validate Fixtures/scenarios/network.yaml --mode offline
              sallyport validate --explain append-through-a-link
              sallyport validate --design app-container --html report.html
              sallyport validate --platform linux --baseline bubblewrap --all
              sallyport validate --shard 2/7 --json >2.json
              sallyport validate merge 1.json 2.json --html report.html
            """)

    @Argument(help: ArgumentHelp("Scenario files, or directories with them.", valueName: "path"))
    var paths: [String] = []
    @Option(help: "A platform; repeat for more. All unless given.")
    var platform: [Platform] = []
    @Option(help: "A mode; repeat for more. All unless given.")
    var mode: [Mode] = []
    @Option(
        help: "A design to show on the simulated machine beside the documented one, or 'list'; repeat for more.",
        transform: DesignName.init(reading:))
    var design: [DesignName] = []
    @Option(help: "Another sandbox to show on Linux; repeat for more.")
    var baseline: [Baseline] = []
    @Option(help: "How many private machines work at the same time.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount
    @Option(help: ArgumentHelp("Perform one part of the scenarios alone.", valueName: "i/n")) var shard: Shard?
    @OptionGroup var output: ReportOptions
    @Option(help: ArgumentHelp("Show one scenario in full, and how each of its cells came about.", valueName: "id"))
    var explain: String?
    @Flag(help: "List the scenarios and perform none.") var list = false
    @Flag(help: "List the verbs of attempts.") var verbs = false
    @Flag(help: "Print how far the sweep is every few seconds where there is no terminal.") var progress = false

    func validate() throws {
        guard jobs > 0 else { throw ValidationError("--jobs \(jobs): at least one machine has to work") }
    }

    func run() throws {
        if verbs {
            return try StandardOutput.write(TerminalVocabulary(style: Terminal.style(of: STDOUT_FILENO)).text)
        }
        if design.contains(.list) { return try StandardOutput.write(SandboxDesign.listing) }
        let (corpus, scenarios) = try selection()
        if list { return try StandardOutput.write(scenarios.map { "\($0.id)\t\($0.title)\n" }.joined()) }
        try output.check()
        let sweep = Sweep(
            platforms: platform, designs: design.compactMap(\.design), baselines: baseline.map(\.confinement),
            modes: mode.isEmpty ? Mode.allCases : mode, jobs: jobs,
            explainsGrants: explain != nil, showsProgressAlways: progress)
        let matrix = try Failure.ending { try sweep.run(scenarios) }
        let report = MatrixReport(matrix, of: corpus.stamp, shard: shard, notRun: sweep.notRun)
        if explain != nil, !output.json, let row = report.rows.first {
            let style = Terminal.style(of: STDOUT_FILENO)
            try StandardOutput.write(TerminalExplanation(row, style: style).text)
        } else {
            try output.write(report)
        }
        if !report.isGreen { throw ExitStatus.notAsExpected }
        if sweep.lacksWhatMustRun {
            let names = sweep.notRun.map(\.performer).joined(separator: ", ")
            throw Failure.end(ExitStatus.unavailable, "not run: \(names)")
        }
    }

    /// The corpus, and what of it is to be performed.
    private func selection() throws -> (Corpus, [Scenario]) {
        let corpus = try Failure.ending {
            try Corpus(paths.isEmpty ? [try StandardCorpus.scenarios] : paths.map { URL(filePath: $0) })
        }
        if let explain {
            let found = corpus.scenarios.filter { $0.id == explain }
            guard !found.isEmpty else {
                let near = corpus.scenarios.map(\.id).filter { $0.contains(explain) || explain.contains($0) }.prefix(5)
                let hint = near.isEmpty ? "'--list' shows all" : "there are " + near.joined(separator: ", ")
                throw ValidationError("there is no scenario '\(explain)'; \(hint)")
            }
            return (corpus, found)
        }
        return (corpus, corpus.scenarios.filter { shard?.contains($0.id) ?? true })
    }
}

extension Platform: ExpressibleByArgument {}
extension Mode: ExpressibleByArgument {}
extension Shard: ExpressibleByArgument {
    /// Reads `i/n`.
    public init?(argument: String) { self.init(argument) }
}
