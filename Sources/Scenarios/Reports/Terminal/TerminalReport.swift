/// A matrix for people at a terminal: a table of letters, every cell that is not as expected in full, and the sums.
public struct TerminalReport {
    private let report: MatrixReport
    private let style: TerminalStyle
    private let showsAll: Bool

    /// Makes the text of a report.
    ///
    /// - Parameters:
    ///   - report: the report.
    ///   - style: how the terminal may be used.
    ///   - showsAll: whether scenarios are listed that are as expected throughout.
    public init(_ report: MatrixReport, style: TerminalStyle = TerminalStyle(), showsAll: Bool = false) {
        self.report = report
        self.style = style
        self.showsAll = showsAll
    }

    /// Makes the text of a matrix.
    ///
    /// - Parameter matrix: the matrix.
    public init(_ matrix: Matrix) {
        let stamp = CorpusStamp(digest: "", scenarios: matrix.rows.map(\.scenario.id))
        self.init(MatrixReport(matrix, of: stamp))
    }

    /// The report.
    public var text: String {
        let table = TerminalTable(report: report, style: style, showsAll: showsAll).lines
        var sections = [table]
        if !table.isEmpty { sections.append(legend) }
        sections.append(report.rows.filter { !$0.isGreen }.flatMap(complaints))
        sections.append(
            report.notRun.flatMap { style.wrapped("\($0.performer): \($0.reason)", indent: 2) }
                + sums)
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private var sums: [String] {
        var sentences =
            report.summary.sentences + report.agreements.map(\.sentence)
            + report.baselineComparisons.map(\.sentence)
        if let shard = report.shard {
            sentences.insert("part \(shard) of \(report.corpus.scenarios.count) scenarios", at: 0)
        }
        return sentences.flatMap { style.wrapped($0, indent: 2) }
    }

    private var legend: [String] {
        let modes = Mode.allCases.map { "\($0.letter) \($0.rawValue)" }.joined(separator: ", ")
        let verdicts = Verdict.allCases.map { "\(CellSymbol.letter($0, .agrees)) \($0.rawValue)" }
        let cells =
            "\(verdicts.joined(separator: ", ")); a capital is not as expected, L denied by another layer, C the control fails"
        return ["columns: \(modes)", "cells: \(cells)", "groups: how many cells are not as expected"]
            .flatMap { style.wrapped($0, indent: 2) }.map { style.text($0, .faint) }
    }

    /// What is wrong with a row; modes with the same complaint are named together.
    private func complaints(_ row: MatrixReport.Row) -> [String] {
        var lines = style.wrapped("\(row.file): \(row.id): \(row.title)", indent: 2).map { style.text($0, .bold) }
        for group in report.groups {
            var complaints: [(text: String, modes: [Mode])] = []
            for mode in group.modes {
                guard let text = row.cell(group.performer, mode)?.complaint else { continue }
                if let index = complaints.firstIndex(where: { $0.text == text }) {
                    complaints[index].modes.append(mode)
                } else {
                    complaints.append((text, [mode]))
                }
            }
            for complaint in complaints {
                let modes = complaint.modes.map(\.rawValue).joined(separator: ", ")
                lines += style.wrapped("  \(group.performer), \(modes): \(complaint.text)", indent: 4)
            }
        }
        return lines
    }
}
