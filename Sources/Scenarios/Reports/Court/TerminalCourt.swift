/// The figures of designs for people at a terminal: a table, and what its columns mean.
public struct TerminalCourt {
    private let report: CourtReport
    private let style: TerminalStyle

    /// Makes the text of a report.
    ///
    /// - Parameters:
    ///   - report: the report.
    ///   - style: how the terminal may be used.
    public init(_ report: CourtReport, style: TerminalStyle = TerminalStyle()) {
        self.report = report
        self.style = style
    }

    /// The report.
    public var text: String {
        [table, legend].map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// One column: its head, and the text and colour of each design's cell.
    private struct Column {
        let head: String
        let cell: (CourtReport.Entry) -> (text: String, attribute: TerminalStyle.Attribute?)
    }

    private static func share(_ share: CourtReport.Share) -> TerminalStyle.Attribute? {
        share.part == share.all ? .green : 2 * share.part < share.all ? .red : nil
    }

    private var columns: [Column] {
        func percent(_ head: String, _ share: @escaping (CourtReport.Entry) -> CourtReport.Share) -> Column {
            Column(head: head) { ("\(share($0).percent)%", Self.share(share($0))) }
        }
        func parts(_ head: String, _ share: @escaping (CourtReport.Entry) -> CourtReport.Share) -> Column {
            Column(head: head) { ("\(share($0).part)/\(share($0).all)", Self.share(share($0))) }
        }
        func number(_ head: String, _ count: @escaping (CourtReport.Entry) -> Int) -> Column {
            Column(head: head) { ("\(count($0))", count($0) == 0 ? .green : nil) }
        }
        let modes = report.modes.count < 2 ? [] : report.modes
        return [percent("stopped") { $0.stopped() }]
            + modes.map { mode in percent(mode.rawValue) { $0.stopped(in: mode) } }
            + [
                parts("work") { $0.running }, parts("beside") { $0.runningBeside },
                number("left") { $0.change.items.count }, number("opened") { $0.change.opened.count },
            ]
    }

    private var table: [String] {
        let columns = columns
        let label = max(8, report.designs.map(\.design.count).max() ?? 0)
        let widths = columns.map { column in
            max(column.head.count, report.designs.map { column.cell($0).text.count }.max() ?? 0)
        }
        func line(_ name: String, _ cells: [(text: String, attribute: TerminalStyle.Attribute?)]) -> String {
            let padded = zip(cells, widths).map { cell, width in
                String(repeating: " ", count: 2 + width - cell.text.count) + style.text(cell.text, cell.attribute)
            }
            return TerminalStyle.fitted(name, label) + padded.joined()
        }
        return [line("design", columns.map { ($0.head, .faint) })]
            + report.designs.map { design in line(design.design, columns.map { $0.cell(design) }) }
    }

    private var legend: [String] {
        let attempts = report.designs.first?.attempts.count ?? 0
        let modes = report.modes.map(\.rawValue).joined(separator: ", ")
        return [
            "stopped: of \(attempts) attempts that the policy wants denied (\(modes)) and at which the person succeeds without a sandbox; "
                + "\(report.uncounted) more fail, or Windows has nothing like them",
            "work: workloads that still run in the sandbox; beside: that the person can still do meanwhile",
            "left: things on the machine that are not as before; opened: files that strangers may write now",
            "not beaten in every column by another: \(report.unbeaten.joined(separator: ", "))",
        ].flatMap { style.wrapped($0, indent: 2) }.map { style.text($0, .faint) }
    }
}
