import Scenarios
import Testing

/// The report for a terminal keeps to its width, and says what is wrong.
struct TerminalReportTests {
    private func report(columns: Int) throws -> MatrixReport {
        let performers = (0..<columns).map { number in
            FixedPerformer(name: "performer-number-\(number)", platform: number == 0 ? .linux : nil)
        }
        let scenarios = try Examples.file(title: String(repeating: "A long group ", count: 8)).scenarios
        return MatrixReport(
            try Validation(performers: performers).run(scenarios),
            of: CorpusStamp(digest: "", scenarios: scenarios.map(\.id)))
    }

    @Test(arguments: [60, 80, 120], [0, 1, 2, 3, 5, 9, 20, 40]) func everyLineFits(width: Int, columns: Int) throws {
        let text = TerminalReport(
            try report(columns: columns), style: TerminalStyle(width: width), showsAll: true
        ).text
        for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
        #expect(!text.contains("\u{1B}"), "no colours unless they are wanted")
    }

    /// However many tables there are, each cell has its letter.
    @Test(arguments: [1, 3, 20]) func everyCellIsShown(columns: Int) throws {
        let report = try report(columns: columns)
        let text = TerminalReport(report, style: TerminalStyle(width: 80), showsAll: true).text
        let lines = text.split(separator: "\n").filter { $0.hasPrefix("  scenario-") }
        let letters = lines.map { $0.split(separator: " ").dropFirst().count }.reduce(0, +)
        #expect(letters == report.rows.flatMap(\.cells).count)
    }

    @Test func whatIsWrongIsSaidInFull() throws {
        let report = try Examples.report()
        let text = TerminalReport(report, style: TerminalStyle(width: 400)).text
        #expect(text.contains("linux, offline, online, full-access: expected allowed, observed denied"))
        #expect(text.contains("linux, read-only: expected denied by mounts, observed denied"))
        #expect(text.contains("  scenario-1 "))
        #expect(!text.contains("  scenario-3 "), "rows as expected are not listed")
        #expect(text.contains("linux-unelevated: not run:"))
        #expect(text.contains("12 of 12 scenarios have a valid control; 1 divergences are declared"))
        let all = TerminalReport(report, style: TerminalStyle(width: 400, usesColour: true), showsAll: true).text
        #expect(all.contains("  scenario-3 ") && all.contains("\u{1B}["))
    }

    @Test func aRowIsExplainedCellByCell() throws {
        let report = try Examples.report()
        let row = try #require(report.rows.first { $0.id == "scenario-2" })
        let text = TerminalExplanation(row).text
        #expect(text.contains("windows, read-only: allowed (as expected)"))
        #expect(text.contains("docs/mapping.md#the-restricted-pass") && text.contains("  <first> step"))
        for cell in row.cells { #expect(text.contains("\(cell.performer), \(cell.mode.rawValue): ")) }
    }

    /// What was read must not steer the terminal.
    @Test func controlCharactersAreShownAsText() throws {
        let report = try Examples.report()
        let plain = TerminalReport(report, style: TerminalStyle(width: 400), showsAll: true).text
        #expect(!plain.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F })
        let row = try #require(report.rows.first { $0.id == "scenario-1" })
        #expect(!TerminalExplanation(row).text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
}
