internal import SandboxModel

/// The figures of designs as one page: a chart, the figures by group and by workload, and every design in full.
public struct HTMLCourt {
    private let report: CourtReport

    /// Makes the page of a report.
    ///
    /// - Parameter report: the report.
    public init(_ report: CourtReport) { self.report = report }

    /// The page.
    public var text: String {
        HTMLPage(
            title: "Sallyport: designs compared", styles: [PackageResources.page_css, PackageResources.court_css],
            scripts: [],
            body: """
                <h1>Designs compared</h1>
                <p>Each design on a simulated Windows machine: what it stops of \(report.designs.first?.attempts.count ?? 0) attempts that the policy \
                wants denied and at which the person succeeds without a sandbox (\(modes)), what still works, and what it leaves. A model gives the \
                answers; nothing here was measured on Windows.</p>
                \(chart)\(scores)\(groups)\(works)
                <h2>Every design in full</h2>
                \(report.designs.map { HTMLCourtDesign($0).markup })
                """
        ).text
    }

    private var modes: String { report.modes.map(\.rawValue).joined(separator: ", ") }

    private var chart: Markup {
        let most = report.designs.map(\.change.items.count).max() ?? 0
        let sections = report.designs.map { design -> Markup in
            """
            <section class="\(design.design == SandboxDesign.elevatedOnWindows.name ? "documented" : "")"><h3>\(design.design)</h3><p>\(design.summary)</p><dl>
            \(bar("stopped", design.stopped(), "\(design.stopped().percent)%"))
            \(bar("work", design.running, "\(design.running.part) of \(design.running.all)"))
            \(bar("beside", design.runningBeside, "\(design.runningBeside.part) of \(design.runningBeside.all)"))
            \(bar("left", CourtReport.Share(design.change.items.count, of: max(1, most)), left(design.change), isCost: true))
            </dl></section>

            """
        }
        return """
            <ul class="key"><li><b>stopped</b>: attempts that did not go through</li><li><b>work</b>: workloads that run in the sandbox</li>
            <li><b>beside</b>: workloads that the person can still do meanwhile</li>
            <li><b>left</b>: things that are not as before, and files opened to strangers; the shorter the better</li></ul>
            <div class="chart">\(sections)</div>
            """
    }

    private func left(_ change: CourtReport.Change) -> String {
        change.opened.isEmpty ? "\(change.items.count)" : "\(change.items.count), \(change.opened.count) opened"
    }

    private func bar(_ name: String, _ share: CourtReport.Share, _ text: String, isCost: Bool = false) -> Markup {
        """
        <dt>\(name)</dt><span class="bar\(isCost ? " cost" : "")"><i style="width:\(share.percent)%"></i></span><dd>\(text)</dd>
        """
    }

    private var scores: Markup {
        let heads = report.modes.map { mode -> Markup in "<th>\(mode.rawValue)</th>" }
        let rows = report.designs.map { design -> Markup in
            let parts = report.modes.map { mode -> Markup in
                let share = design.stopped(in: mode)
                return "<td>\(share.part) of \(share.all)</td>"
            }
            return """
                <tr><th scope="row">\(design.design)</th>\(parts)<td>\(design.running.part) of \(design.running.all)</td>\
                <td>\(design.runningBeside.part) of \(design.runningBeside.all)</td><td>\(design.change.items.count)</td>\
                <td>\(design.change.opened.count)</td><td>\(report.unbeaten.contains(design.design) ? "yes" : "")</td></tr>

                """
        }
        return """
            <h2>The figures</h2>
            <div class="scroll"><table class="scores"><thead><tr><th>Stopped, by mode</th>\(heads)<th>work</th><th>beside</th><th>left</th>\
            <th>opened</th><th>not beaten<br>in everything</th></tr></thead><tbody>
            \(rows)</tbody></table></div>
            """
    }

    private var head: Markup {
        let names = report.designs.map { design -> Markup in "<th>\(design.design)</th>" }
        return "\(names)"
    }

    private var groups: Markup {
        let attempts = report.designs.first?.attempts ?? []
        let titles = attempts.reduce(into: [String]()) { if !$0.contains($1.group) { $0.append($1.group) } }
        let rows = titles.map { title -> Markup in
            let cells = report.designs.map { design -> Markup in
                let share = design.stopped(group: title)
                return
                    #"<td class="\#(share.part == share.all ? "yes" : share.part == 0 ? "no" : "")">\#(share.percent)%</td>"#
            }
            return "<tr><th scope=\"row\">\(title)</th>\(cells)</tr>\n"
        }
        return """
            <h2>Stopped, by group</h2>
            <div class="scroll"><table class="scores"><thead><tr><th>Group</th>\(head)</tr></thead><tbody>
            \(rows)</tbody></table></div>
            """
    }

    private var works: Markup {
        let works = report.designs.first?.works ?? []
        let rows = works.indices.map { index -> Markup in
            let cells = report.designs.map { design -> Markup in
                let work = design.works[index]
                let beside = work.isRunningBeside ? "" : ", not beside"
                return
                    #"<td class="\#(work.isRunning ? "yes" : "no")">\#(work.isRunning ? "runs" : "broken")\#(beside)</td>"#
            }
            return """
                <tr><th scope="row">\(works[index].title)<br><small>\(works[index].workload), \(works[index].mode.rawValue)</small></th>\(cells)</tr>

                """
        }
        return """
            <h2>Work</h2>
            <div class="scroll"><table class="scores"><thead><tr><th>Workload</th>\(head)</tr></thead><tbody>
            \(rows)</tbody></table></div>
            """
    }
}
