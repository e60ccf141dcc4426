public import ArgumentParser
internal import Foundation
public import Scenarios

/// `sallyport validate`.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Perform scenarios and compare what is expected with what is observed.")

    @Argument(help: "Scenario files, or directories with them.") var paths: [String] = ["Fixtures/scenarios"]
    @Option(help: "A platform: linux, linux-unelevated or windows; repeat for more.") var platform: [Platform] = []
    @Option(help: "A mode; repeat for more.") var mode: [Mode] = []
    @Flag(help: "Print the whole matrix as JSON.") var json = false
    @Option(help: "How many private machines work at the same time.") var jobs = 2

    func run() throws {
        let corpus = try Corpus(paths.map { URL(filePath: $0) })
        let platforms = platform.isEmpty ? Platform.allCases : platform
        let performers: [any Performer] = platforms.map { platform in
            switch platform {
            case .linux: LinuxPerformer(.elevated, jobs: jobs)
            case .linuxUnelevated: LinuxPerformer(.unelevated, jobs: jobs)
            case .windows: SimulatedPerformer()
            }
        }
        let validation = Validation(performers: performers, modes: mode.isEmpty ? Mode.allCases : mode)
        let matrix = try validation.run(corpus.scenarios)
        if json {
            print(try MatrixReport(matrix).json(), terminator: "")
        } else {
            print(TerminalReport(matrix).text, terminator: "")
        }
        if !matrix.isGreen { throw ExitCode(1) }
    }
}

extension Platform: ExpressibleByArgument {}
extension Mode: ExpressibleByArgument {}
