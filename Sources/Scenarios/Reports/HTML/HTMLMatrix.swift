/// The matrix of a page: a sticky first column, and a sticky head for each arrangement of the columns.
struct HTMLMatrix {
    let report: MatrixReport
    let page: HTMLReport

    /// A column by its place in the report.
    private struct Column {
        let number: Int
        let group: ColumnGroup
        let mode: Mode
        /// Whether it is the first one of its performer.
        var isFirst: Bool { mode == group.modes.first }
    }

    private static func start(_ isFirst: Bool) -> Markup { isFirst ? #" class="first""# : "" }

    /// What is predicted stands before what is observed.
    private var groups: [ColumnGroup] {
        let groups = report.groups.filter { !$0.modes.isEmpty }
        return groups.filter(\.isPrediction) + groups.filter { !$0.isPrediction }
    }

    private var columns: [Column] {
        groups.flatMap { group in group.modes.map { (group, $0) } }.enumerated().map {
            Column(number: $0.offset, group: $0.element.0, mode: $0.element.1)
        }
    }

    /// Filters, legend, and table.
    var markup: Markup {
        guard !columns.isEmpty, !report.rows.isEmpty else { return "<p>Nothing was performed.</p>" }
        let sections = Array(sections.enumerated())
        let options = sections.map { group -> Markup in
            #"<option value="\#(group.offset)">\#(group.element.title)</option>"#
        }
        return """
            <h2 id="matrix">The matrix</h2>
            <div class="filters" role="search">
            <input id="search" type="search" placeholder="Search titles, names, attempts, sources" aria-label="Search">
            <select id="group" aria-label="Group"><option value="">Every group</option>\(options)</select>
            <select id="outcome" aria-label="Outcome"><option value="">Every outcome</option>
            <option value="bad">Not as expected</option><option value="differs">Verdict differs</option>
            <option value="other-layer">Decided by another layer</option><option value="invalid">Control fails</option>
            <option value="declared">Declared divergence</option><option value="apart">Predicted and observed differ</option></select>
            <select id="order" aria-label="Columns"><option value="performer">Columns by platform</option>
            <option value="mode">Columns by mode</option></select>
            <span id="shown" class="soft"></span>
            </div>
            \(legend)
            <div class="pane" tabindex="0" role="region" aria-label="The matrix">
            <table class="matrix">
            \(headByPerformer)\(headByMode)
            \(sections.map { body($0.element, number: $0.offset) })</table>
            </div>
            """
    }

    private var legend: Markup {
        let verdicts = Verdict.allCases.map { verdict -> Markup in
            #"<li><span class="k \#(verdict.rawValue)">\#(CellSymbol.letter(verdict, .agrees))</span>\#(verdict.rawValue)</li>"#
        }
        return """
            <ul class="legend">\(verdicts)<li><span class="k differs">A</span>not as expected</li>\
            <li><span class="k other-layer">L</span>denied by another layer</li><li><span class="k invalid">C</span>the control fails</li>\
            <li><span class="k declared"></span>declared divergence</li></ul>
            """
    }

    private var sections: [(title: String, rows: [MatrixReport.Row])] {
        var sections: [(title: String, rows: [MatrixReport.Row])] = []
        for row in report.rows {
            if sections.last?.title != row.group { sections.append((row.group, [])) }
            sections[sections.count - 1].rows.append(row)
        }
        return sections
    }

    private var headByPerformer: Markup {
        let tops = groups.map { group -> Markup in
            """
            <th class="first" colspan="\(group.modes.count)"><small>\(group.isPrediction ? "predicted" : "observed")</small>\
            <b>\(group.performer)</b></th>
            """
        }
        let modes = columns.map { column -> Markup in
            #"<th\#(Self.start(column.isFirst))><span class="mode">\#(column.mode.rawValue)</span></th>"#
        }
        return head("performer", columns, starts: \.isFirst, tops, modes)
    }

    private var headByMode: Markup {
        let ordered = Mode.allCases.flatMap { mode in columns.filter { $0.mode == mode } }
        let tops = Mode.allCases.map { mode -> Markup in
            let count = ordered.count { $0.mode == mode }
            return count == 0 ? "" : #"<th class="first" colspan="\#(count)"><b>\#(mode.rawValue)</b></th>"#
        }
        let isFirst = { (column: Column) in ordered.first { $0.mode == column.mode }?.number == column.number }
        let names = ordered.map { column -> Markup in
            #"<th\#(Self.start(isFirst(column)))><span class="mode">\#(column.group.performer)</span></th>"#
        }
        return head("mode", ordered, starts: isFirst, tops, names)
    }

    private func head(
        _ kind: String, _ columns: [Column], starts: (Column) -> Bool, _ tops: [Markup], _ names: [Markup]
    ) -> Markup {
        """
        <thead data-by="\(kind)" data-order="\(columns.map { "\($0.number)" }.joined(separator: " "))" \
        data-starts="\(columns.filter(starts).map { "\($0.number)" }.joined(separator: " "))"\(kind == "mode" ? " hidden" : "")>
        <tr><th class="name" rowspan="2">Scenario</th>\(tops)</tr>
        <tr>\(names)</tr>
        </thead>

        """
    }

    private func body(_ group: (title: String, rows: [MatrixReport.Row]), number: Int) -> Markup {
        """
        <tbody data-group="\(number)">
        <tr class="group"><th colspan="\(columns.count + 1)" scope="rowgroup"><span>\(group.title)</span></th></tr>
        \(group.rows.map(row))</tbody>

        """
    }

    private func row(_ row: MatrixReport.Row) -> Markup {
        let steps = row.attempts.map { attempt -> Markup in "<br>\(attempt)" }
        let sources = row.sources.isEmpty ? "" : row.sources.joined(separator: ", ")
        return """
            <tr class="row" data-outcomes="\(outcomes(row).joined(separator: " "))"><th class="name" scope="row"><details><summary>\(row.title)\
            <small class="mono">\(row.id)</small></summary><small class="mono">\(row.file): \(row.id)<br>control: \(row.control)\(steps)</small>\
            <small>\(sources)</small></details></th>
            \(columns.map { cell(row, $0) })</tr>

            """
    }

    /// What a row can be filtered by.
    private func outcomes(_ row: MatrixReport.Row) -> [String] {
        var words = Set(row.cells.map(\.outcome).filter { !$0.isGreen }.map(\.rawValue))
        if !row.isGreen { words.insert("bad") }
        if !row.divergences.isEmpty { words.insert("declared") }
        let apart = report.groups.filter(\.isPrediction).contains { predicted in
            report.groups.filter { !$0.isPrediction && $0.platform != nil }.contains { observed in
                Mode.allCases.contains { mode in
                    let comparison = row.comparison(predicted.performer, observed.performer, mode)
                    return comparison == .declared || comparison == .silent
                }
            }
        }
        if apart { words.insert("apart") }
        return words.sorted()
    }

    private func cell(_ row: MatrixReport.Row, _ column: Column) -> Markup {
        let start = column.isFirst ? " first" : ""
        let attributes: Markup = #"class="c\#(start)" data-column="\#(column.number)""#
        guard let cell = row.cell(column.group.performer, column.mode) else { return "<td \(attributes)></td>\n" }
        let kind = cell.outcome.isGreen ? cell.observed.rawValue : cell.outcome.rawValue
        let declared = cell.divergence == nil ? "" : " declared"
        let divergence: Markup = cell.divergence.map { "<p>Declared: \($0.reason) \(page.link($0))</p>" } ?? ""
        return """
            <td \(attributes)><details name="cell"><summary class="\(kind)\(declared)" \
            aria-label="\(cell.performer), \(cell.mode.rawValue): \(cell.observed.rawValue)">\
            \(CellSymbol.letter(cell.observed, cell.outcome))</summary><div class="sheet"><button class="close" type="button">Close</button>\
            <h3>\(row.title)</h3><p class="soft">\(cell.performer), \(cell.mode.rawValue): \(cell.observation)</p>\(divergence)\
            <pre>\(CellExplanation(cell).lines.joined(separator: "\n"))</pre></div></details></td>

            """
    }
}
