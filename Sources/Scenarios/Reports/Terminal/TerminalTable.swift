/// The matrix as a table of letters that fits a terminal: scenarios below their group, modes below their performer.
struct TerminalTable {
    let report: MatrixReport
    let style: TerminalStyle
    /// Whether scenarios are listed that are as expected throughout.
    let showsAll: Bool

    private static let leastLabel = 24
    private static let mostLabel = 60

    /// The lines; more than one table below each other when the columns do not fit.
    var lines: [String] {
        let groups = report.groups.filter { !$0.modes.isEmpty }
        guard !groups.isEmpty, !report.rows.isEmpty else { return [] }
        let named = groups.map { Block(group: $0, head: $0.performer) }
        if width(of: named) + Self.leastLabel <= style.width { return table(named) }
        // Numbers stand for names that do not fit.
        let numbered = groups.enumerated().map { Block(group: $0.element, head: "\($0.offset + 1)") }
        var parts: [[Block]] = [[]]
        for block in numbered {
            if let last = parts.last, !last.isEmpty, width(of: last + [block]) + Self.leastLabel > style.width {
                parts.append([])
            }
            parts[parts.count - 1].append(block)
        }
        let names = style.wrapped(numbered.map { "\($0.head) \($0.group.performer)" }.joined(separator: "   "))
        return names + [""] + parts.flatMap { table($0) + [""] }.dropLast()
    }

    /// The columns of one performer.
    private struct Block {
        let group: ColumnGroup
        let head: String
        var width: Int { max(head.count, 2 * group.modes.count - 1) }
    }

    private func width(of blocks: [Block]) -> Int { blocks.reduce(0) { $0 + 2 + $1.width } }

    private func table(_ blocks: [Block]) -> [String] {
        let rows = showsAll ? report.rows : report.rows.filter { !$0.isGreen }
        let longest = (rows.map { $0.id.count + 2 } + groups.map { $0.title.count }).max() ?? 0
        let label = min(max(Self.leastLabel, longest), style.width - width(of: blocks), Self.mostLabel)
        func line(_ text: String, _ attribute: TerminalStyle.Attribute?, _ cells: (Block) -> String) -> String {
            let head = style.text(TerminalStyle.fitted(text, label), attribute)
            let line = head + blocks.map { "  " + cells($0) }.joined()
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
        func padded(_ text: String, _ length: Int, _ block: Block) -> String {
            text + String(repeating: " ", count: max(0, block.width - length))
        }
        var lines = [
            line("", nil) { padded($0.head, $0.head.count, $0) },
            line("", nil) { block in
                let letters = block.group.modes.map { String($0.letter) }.joined(separator: " ")
                return style.text(padded(letters, letters.count, block), .faint)
            },
        ]
        for group in groups {
            lines.append(
                line(group.title, .bold) { block in
                    let marks = block.group.modes.map { mark(group.rows, block.group.performer, $0) }
                    return padded(marks.joined(separator: " "), 2 * marks.count - 1, block)
                })
            for row in group.rows where showsAll || !row.isGreen {
                lines.append(
                    line("  " + row.id, nil) { block in
                        let letters = block.group.modes.map { letter(row.cell(block.group.performer, $0)) }
                        return padded(letters.joined(separator: " "), 2 * letters.count - 1, block)
                    })
            }
        }
        return lines
    }

    private var groups: [(title: String, rows: [MatrixReport.Row])] {
        var groups: [(title: String, rows: [MatrixReport.Row])] = []
        for row in report.rows {
            if groups.last?.title != row.group { groups.append((row.group, [])) }
            groups[groups.count - 1].rows.append(row)
        }
        return groups
    }

    private func letter(_ cell: MatrixReport.Cell?) -> String {
        guard let cell else { return " " }
        let attribute: TerminalStyle.Attribute? =
            switch cell.outcome {
            case .agrees: cell.observed == .notApplicable ? .faint : .green
            case .observed: .faint
            case .differs: .red
            case .otherLayer: .yellow
            case .invalid: .magenta
            }
        return style.text(String(CellSymbol.letter(cell.observed, cell.outcome)), attribute)
    }

    /// How many cells of a group are not as expected in a column: a dot for none, a digit, or a star for more.
    private func mark(_ rows: [MatrixReport.Row], _ performer: String, _ mode: Mode) -> String {
        let cells = rows.compactMap { $0.cell(performer, mode) }
        guard !cells.isEmpty else { return " " }
        let bad = cells.count { !$0.outcome.isGreen }
        return bad == 0 ? style.text(".", .green) : style.text(bad > 9 ? "*" : "\(bad)", .red)
    }
}
