/// One scenario in full: its steps, and for every cell what was expected, what was observed, and how that came about.
public struct TerminalExplanation {
    private let row: MatrixReport.Row
    private let style: TerminalStyle

    /// Makes the text of a row.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - style: how the terminal may be used.
    public init(_ row: MatrixReport.Row, style: TerminalStyle = TerminalStyle()) {
        self.row = row
        self.style = style
    }

    /// The explanation.
    public var text: String {
        var lines = [style.text(row.id, .bold)] + style.wrapped(row.title) + [""]
        lines += field("file", row.file)
        if !row.sources.isEmpty { lines += field("sources", row.sources.joined(separator: ", ")) }
        let controls = row.controls.sorted { $0.key < $1.key }.map { "\($0.value.rawValue) on \($0.key)" }
        lines += field("control", row.control + (controls.isEmpty ? "" : ": \(controls.joined(separator: ", "))"))
        lines += row.attempts.flatMap { field("attempt", $0) }
        for declared in row.divergences {
            let link = "(docs/mapping.md#\(declared.divergence.section))"
            lines += field("differs", "\(declared.platform.rawValue): \(declared.divergence.reason) \(link)")
        }
        for cell in row.cells {
            lines.append("")
            lines.append(style.text("\(cell.performer), \(cell.mode.rawValue): \(cell.observation)", .bold))
            lines += CellExplanation(cell).lines.map { line in
                style.text("  " + line, cell.complaint == line ? .red : nil)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
    private func field(_ name: String, _ value: String) -> [String] {
        style.wrapped(TerminalStyle.fitted(name + ":", 9) + value, indent: 9)
    }
}
