internal import ArgumentParser
internal import Foundation
internal import Glibc
internal import SandboxModel
internal import Scenarios

/// `sallyport court`.
struct CourtCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "court",
        abstract: "Compare designs by what they stop, what still works, and what they leave.",
        usage: """
            sallyport court [<path> ...] [--design <design> ...] [--revisions]
                            [--mode <mode> ...] [--workloads <path> ...]
                            [--workload <id> ...] [--jobs <jobs>] [--json]
                            [--html <file>] [--explain <design>] [--progress]
            """,
        discussion: """
            Each design is installed on a simulated Windows machine. The attempts of the scenarios that the policy wants denied are made in \
            its sandbox, by a program that the sandboxed command starts; what developers do is done in it, and by the person \
            beside it; and what is left on the machine is looked for. Nothing of this machine is touched.

            exit codes: 0 the designs were compared; 64 the command line is wrong; 65 a scenario or workload file cannot be \
            read; 69 the simulated machine cannot be built; 73 a report cannot be written; 74 the output cannot.

            examples:
              sallyport court
              sallyport court --design windows-elevated --design app-container
              sallyport court --revisions --mode offline
              sallyport court --explain low-integrity
              sallyport court --workload git-commit --explain windows-elevated
              sallyport court --html court.html --json >court.json
            """)

    @Argument(help: ArgumentHelp("Scenario files, or directories with them.", valueName: "path"))
    var paths: [String] = []
    @Option(
        help: "A design, or 'list'; repeat for more. The documented and the rejected ones unless given.",
        transform: DesignName.init(reading:))
    var design: [DesignName] = []
    @Flag(help: "Compare the dated revisions of the documented design too.") var revisions = false
    @Option(help: "A mode for the attempts: read-only, offline or online; repeat for more. All unless given.")
    var mode: [Mode] = []
    @Option(help: ArgumentHelp("Workload files, or directories with them; repeat for more.", valueName: "path"))
    var workloads: [String] = []
    @Option(
        help: ArgumentHelp("A workload by its name, or 'list'; repeat for more. All unless given.", valueName: "id"))
    var workload: [String] = []
    @Option(help: "How many designs are judged at the same time.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount
    @Flag(help: "Print the figures as JSON.") var json = false
    @Option(help: ArgumentHelp("Write a page too that needs nothing but itself.", valueName: "file")) var html: String?
    @Option(
        help: ArgumentHelp(
            "Show what got through a design, what broke, what is left, and how each came about.", valueName: "design"),
        transform: DesignName.init(reading:))
    var explain: DesignName?
    @Flag(help: "Print how far it is every few seconds where there is no terminal.") var progress = false

    func validate() throws {
        guard jobs > 0 else { throw ValidationError("--jobs \(jobs): at least one design has to be judged") }
        guard !mode.contains(.fullAccess) else {
            throw ValidationError("--mode full-access: there is no sandbox to be judged; read-only, offline or online")
        }
    }

    func run() throws {
        if design.contains(.list) || explain == .list { return try StandardOutput.write(SandboxDesign.listing) }
        let works = try selectedWorkloads()
        if workload.contains("list") {
            return try StandardOutput.write(works.map { "\($0.id)\t\($0.title)\n" }.joined())
        }
        let corpus = try Failure.ending {
            try Corpus(paths.isEmpty ? [try StandardCorpus.scenarios] : paths.map { URL(filePath: $0) })
        }
        if let html { try ReportOptions.check(html) }
        let designs = explain?.design.map { [$0] } ?? self.designs
        let court = Court(
            scenarios: corpus.scenarios, workloads: works, modes: mode.isEmpty ? Mode.confined : Self.unique(mode),
            explainsGrants: explain != nil)
        let report = try judged(designs, by: court)
        if let html { try ReportOptions.write(HTMLCourt(report).text, to: html) }
        let style = Terminal.style(of: STDOUT_FILENO)
        if json {
            try StandardOutput.write(report.json())
        } else if explain != nil, let entry = report.designs.first {
            try StandardOutput.write(TerminalCourtExplanation(entry, style: style).text)
        } else {
            try StandardOutput.write(TerminalCourt(report, style: style).text)
        }
    }

    private var designs: [SandboxDesign] {
        let chosen = design.compactMap(\.design)
        let standing = chosen.isEmpty ? SandboxDesign.contenders : chosen
        return Self.unique(revisions ? SandboxDesign.revisions.map(\.design) + standing : standing)
    }

    private static func unique<Element: Equatable>(_ elements: [Element]) -> [Element] {
        elements.reduce(into: []) { seen, element in if !seen.contains(element) { seen.append(element) } }
    }

    private func selectedWorkloads() throws -> [Workload] {
        let all = try Failure.ending {
            try WorkloadCorpus(
                workloads.isEmpty ? [try StandardCorpus.workloads] : workloads.map { URL(filePath: $0) }
            ).workloads
        }
        let names = workload.filter { $0 != "list" }
        for name in names where !all.contains(where: { $0.id == name }) {
            throw ValidationError(
                "there is no workload '\(name)'; there are \(all.map(\.id).joined(separator: ", "))")
        }
        return names.isEmpty ? all : all.filter { names.contains($0.id) }
    }

    private func judged(_ designs: [SandboxDesign], by court: Court) throws -> CourtReport {
        let form: ProgressDisplay.Form = Terminal.isCapable(STDERR_FILENO) ? .bar : progress ? .lines : .none
        let display = ProgressDisplay(total: court.size(designs: designs.count), form: form)
        let interruption = Interruption { display.end() }
        defer {
            interruption.end()
            display.end()
        }
        return try Failure.ending { try court.run(designs, jobs: jobs) { display.advance($0) } }
    }
}
