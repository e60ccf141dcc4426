/// One design in full, folded away.
struct HTMLCourtDesign {
    private let entry: CourtReport.Entry

    /// How many names of one kind are listed.
    private static let most = 12

    init(_ entry: CourtReport.Entry) { self.entry = entry }

    /// The part of the page.
    var markup: Markup {
        """
        <details class="design"><summary>\(entry.design)</summary><p class="soft">\(entry.summary)</p>
        \(through)\(work)\(change)</details>

        """
    }

    private var through: Markup {
        let lines = entry.throughByScenario.map { group -> Markup in
            let modes = group.map(\.mode.rawValue).joined(separator: ", ")
            return
                #"<li>\#(group[0].title) <small class="mono">\#(group[0].scenario)</small> <small>\#(modes)</small></li>"#
        }
        return
            "<h3>Got through: \(entry.attempts.count { !$0.isStopped }) of \(entry.attempts.count)</h3><ul>\(lines)</ul>"
    }

    private var work: Markup {
        let lines = entry.works.flatMap { work in
            [
                failure(work, work.failures, "in the sandbox", isBroken: !work.isRunning),
                failure(work, work.failuresBeside, "by the person beside it", isBroken: !work.isRunningBeside),
            ]
        }
        return "<h3>Work that runs: \(entry.running.part) of \(entry.running.all)</h3><ul>\(lines)</ul>"
    }

    private func failure(
        _ work: CourtReport.Work, _ failures: [CourtReport.Failure], _ place: String, isBroken: Bool
    ) -> Markup {
        guard isBroken, let first = failures.first(where: \.isNeeded) else { return "" }
        return """
            <li><details><summary>\(work.title), \(place): <span class="mono">\(first.step)</span>: \(first.answer)</summary>\
            <pre>\(first.derivation.joined(separator: "\n"))</pre></details></li>

            """
    }

    private var change: Markup {
        let lines = entry.change.kinds.map { kind -> Markup in
            line(kind, entry.change.items.filter { $0.kind == kind }.map(\.subject))
        }
        let opened: Markup = entry.change.opened.isEmpty ? "" : line("opened to strangers", entry.change.opened)
        return "<h3>Left on the machine: \(entry.change.items.count)</h3><ul>\(lines)\(opened)</ul>"
    }

    private func line(_ name: String, _ subjects: [String]) -> Markup {
        let rest = subjects.count > Self.most ? ", and \(subjects.count - Self.most) more" : ""
        return """
            <li>\(name): \(subjects.count)<br><small class="mono">\(subjects.prefix(Self.most).joined(separator: ", "))\(rest)</small></li>

            """
    }
}
