/// A matrix as one page: predictions beside observations, every cell opening its derivation.
public struct HTMLReport {
    let report: MatrixReport
    /// What stands before `docs/mapping.md` in links.
    let linkPrefix: String

    /// Makes the page of a report.
    ///
    /// - Parameters:
    ///   - report: the report.
    ///   - linkPrefix: where the repository's `docs/` is from the page: a path such as `../`, or an address; empty for beside it.
    public init(_ report: MatrixReport, linkPrefix: String = "") {
        self.report = report
        self.linkPrefix = linkPrefix
    }

    /// The page.
    public var text: String {
        HTMLPage(
            title: "Sallyport: predicted and observed",
            styles: [PackageResources.page_css, PackageResources.matrix_css], scripts: [PackageResources.matrix_js],
            body: """
                <h1>Predicted and observed</h1>
                <p>The same attempts on the simulated Windows machine, where a model predicts the answer, and on real Linux, where the kernel gives it.
                A letter opens what was expected, what came back, and how it came about.</p>
                \(figures)\(comparisons)\(missing)
                \(HTMLMatrix(report: report, page: self).markup)
                \(complaints)\(divergences)
                """
        ).text
    }

    /// A link into `docs/mapping.md`.
    func link(_ divergence: Divergence) -> Markup {
        #"<a href="\#(linkPrefix)docs/mapping.md#\#(divergence.section)">docs/mapping.md#\#(divergence.section)</a>"#
    }

    private var figures: Markup {
        let summary = report.summary
        let bad = summary.cells - summary.count(.agrees) - summary.count(.observed)
        let part = report.shard.map { "part \($0) of \(report.corpus.scenarios.count)" } ?? "in the corpus"
        return """
            <ul class="figures">
            <li><small>Scenarios</small><b>\(summary.scenarios)</b><small>\(part)</small></li>
            <li><small>As expected</small><b>\(summary.count(.agrees))</b><small>of \(summary.cells) cells</small>\
            \(bar(summary.count(.agrees), of: summary.cells))</li>
            <li class="\(bad > 0 ? "bad" : "good")"><small>Not as expected</small><b>\(bad)</b>\
            <small>\(summary.count(.differs)) differ, \(summary.count(.otherLayer)) by another layer, \
            \(summary.count(.invalid)) without control</small></li>
            <li><small>Valid controls</small><b>\(summary.controlled)</b><small>of \(summary.scenarios) scenarios</small>\
            \(bar(summary.controlled, of: summary.scenarios))</li>
            <li><small>Declared divergences</small><b>\(summary.divergences)</b><small>each with its reason below</small></li>
            </ul>
            """
    }

    private func bar(_ part: Int, of all: Int) -> Markup {
        let share = all == 0 ? 0 : part * 100 / all
        return #"<span class="bar"><i style="width:\#(share)%"></i></span>"#
    }

    private var comparisons: Markup {
        let sentences = report.agreements.map(\.sentence) + report.baselineComparisons.map(\.sentence)
        let paragraphs = sentences.map { sentence -> Markup in "<p>\(sentence).</p>" }
        return "\(paragraphs)"
    }

    private var missing: Markup {
        let notes = report.notRun.map { missing -> Markup in
            #"<p class="note"><b>\#(missing.performer)</b> \#(missing.reason)</p>"#
        }
        return "\(notes)"
    }

    private var complaints: Markup {
        let bad = report.rows.flatMap { row in row.cells.filter { !$0.outcome.isGreen }.map { (row, $0) } }
        guard !bad.isEmpty else { return #"<h2>Not as expected</h2><p>Nothing.</p>"# }
        let lines = bad.map { row, cell -> Markup in
            """
            <tr><td><b>\(row.title)</b><br><small class="mono">\(row.id)</small></td><td>\(cell.performer), \(cell.mode.rawValue)</td>\
            <td><details><summary>\(cell.complaint ?? "")</summary><pre>\(cell.derivation.joined(separator: "\n"))</pre></details></td></tr>

            """
        }
        return """
            <h2>Not as expected (\(bad.count))</h2>
            <div class="scroll"><table class="list"><thead><tr><th>Scenario</th><th>Column</th><th>What is wrong</th></tr></thead><tbody>
            \(lines)</tbody></table></div>
            """
    }

    private var divergences: Markup {
        let declared = report.rows.flatMap { row in row.divergences.map { (row, $0) } }
        guard !declared.isEmpty else { return "<h2>Declared divergences</h2><p>None.</p>" }
        let lines = declared.map { row, declared -> Markup in
            """
            <tr><td><b>\(row.title)</b><br><small class="mono">\(row.id)</small></td><td>\(declared.platform.rawValue)</td>\
            <td>\(declared.divergence.reason)<br>\(link(declared.divergence))</td></tr>

            """
        }
        return """
            <h2>Declared divergences (\(declared.count))</h2>
            <div class="scroll"><table class="list"><thead><tr><th>Scenario</th><th>Platform</th><th>Why it differs</th></tr></thead><tbody>
            \(lines)</tbody></table></div>
            """
    }
}
