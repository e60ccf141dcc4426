internal import ArgumentParser
internal import Foundation
internal import Glibc
internal import Scenarios

/// What is made of a matrix.
struct ReportOptions: ParsableArguments {
    @Flag(help: "List every scenario in the table, not only those with something unexpected.") var all = false
    @Flag(help: "Print the report as JSON.") var json = false
    @Option(help: ArgumentHelp("Write JUnit XML too.", valueName: "file")) var junit: String?
    @Option(help: ArgumentHelp("Write a page too that needs nothing but itself.", valueName: "file")) var html: String?
    @Option(
        help: ArgumentHelp(
            "What stands before 'docs/' in the page's links: a path such as ../ or an address.", valueName: "prefix"))
    var links = ""

    /// Refuses files that cannot be written, before anything takes its time.
    func check() throws {
        for path in [junit, html].compactMap(\.self) { try Self.check(path) }
    }

    /// Refuses a file that cannot be written.
    static func check(_ path: String) throws {
        let directory = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
        let place = FileManager.default.fileExists(atPath: path) ? path : directory
        guard unsafe access(place, W_OK) == 0 else {
            throw Failure.end(
                ExitStatus.creation, "'\(path)' cannot be written: \(unsafe String(cString: strerror(errno)))")
        }
    }

    /// Writes and prints what was asked for.
    func write(_ report: MatrixReport) throws {
        if let junit { try Self.write(JUnitReport(report).text, to: junit) }
        if let html { try Self.write(HTMLReport(report, linkPrefix: links).text, to: html) }
        let style = Terminal.style(of: STDOUT_FILENO)
        try StandardOutput.write(json ? report.json() : TerminalReport(report, style: style, showsAll: all).text)
    }

    /// Writes a file.
    static func write(_ text: String, to path: String) throws {
        do {
            try Data(text.utf8).write(to: URL(filePath: path))
        } catch {
            throw Failure.end(ExitStatus.creation, "'\(path)' cannot be written: \(error.localizedDescription)")
        }
    }
}
