internal import ArgumentParser
internal import Foundation
internal import Scenarios

/// `sallyport validate merge`.
struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sallyport validate merge", abstract: "Put the reports of the parts of a sweep together.",
        usage: """
            sallyport validate merge <files> ... [--all] [--json] [--junit <file>]
                                     [--html <file>] [--links <prefix>]
            """,
        discussion: """
            Each part is what 'sallyport validate --shard I/N --json' printed. The parts must be of the same corpus in the same columns, \
            each must be there once, and no scenario may be missing. One whole report is taken as it is, to write \
            other reports from it. The exit code is that of 'sallyport validate'.

            examples:
              sallyport validate --shard 1/2 --json >1.json
              sallyport validate --shard 2/2 --json >2.json
              sallyport validate merge 1.json 2.json --html report.html
            """)

    static var _errorLabel: String { ScenarioTool._errorLabel }

    @Argument(help: "The reports.") var files: [String]
    @OptionGroup var output: ReportOptions

    func run() throws {
        try output.check()
        let merged = try Failure.ending {
            try MatrixReport.merged(
                files.map { path in
                    guard let bytes = FileManager.default.contents(atPath: path) else {
                        throw ReportError("\(path): there is no such file, or it cannot be read")
                    }
                    return (path, try MatrixReport(json: Array(bytes), name: path))
                })
        }
        try output.write(merged)
        if !merged.isGreen { throw ExitStatus.notAsExpected }
    }
}
