/// One design in full: what got through, what broke, and what is left, each with how it came about.
public struct TerminalCourtExplanation {
    private let entry: CourtReport.Entry
    private let style: TerminalStyle

    /// How many names of one kind are listed.
    private static let most = 12

    /// Makes the text of a design.
    ///
    /// - Parameters:
    ///   - entry: the design's figures.
    ///   - style: how the terminal may be used.
    public init(_ entry: CourtReport.Entry, style: TerminalStyle = TerminalStyle()) {
        self.entry = entry
        self.style = style
    }

    /// The explanation.
    public var text: String {
        let parts = [[style.text(entry.design, .bold)] + style.wrapped(entry.summary), through, work, change]
        return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private var through: [String] {
        var lines = [
            head("got through", CourtReport.Share(entry.attempts.count { !$0.isStopped }, of: entry.attempts.count))
        ]
        for group in entry.throughByScenario {
            let modes = group.map(\.mode.rawValue).joined(separator: ", ")
            lines += style.wrapped("\(group[0].scenario) (\(modes)): \(group[0].title)", indent: 2)
            lines += details([group[0].answer] + group[0].derivation)
        }
        return lines
    }

    private var work: [String] {
        var lines = [head("work that runs", entry.running)]
        for work in entry.works {
            let verdict = style.text(work.isRunning ? "runs" : "broken", work.isRunning ? .green : .red)
            lines.append(verdict + style.text("  \(work.workload) (\(work.mode.rawValue)): \(work.title)", nil))
            lines += failures(work.failures, "")
            if !work.isRunningBeside { lines += failures(work.failuresBeside, "beside it, ") }
        }
        return lines
    }

    private func failures(_ failures: [CourtReport.Failure], _ prefix: String) -> [String] {
        // What fails after the first one that is needed often fails because of it.
        let decisive = failures.firstIndex { $0.isNeeded }
        return failures.enumerated().flatMap { index, failure in
            let reason = failure.goesOnBecause ?? failure.answer
            return style.wrapped("  \(prefix)\(failure.step): \(reason)", indent: 4)
                + (index == decisive ? details(failure.derivation) : [])
        }
    }

    private var change: [String] {
        var lines = [style.text("left on the machine: \(entry.change.items.count)", .bold)]
        for kind in entry.change.kinds {
            let items = entry.change.items.filter { $0.kind == kind }
            let inside = items.count { $0.isInWorkspace }
            let place = inside == 0 ? "" : ", \(inside) of them in the workspace"
            lines.append(style.text("  \(kind): \(items.count)\(place)", nil))
            lines += listed(items.map(\.subject))
        }
        if !entry.change.opened.isEmpty {
            lines.append("opened to strangers: \(entry.change.opened.count)")
            lines += listed(entry.change.opened)
        }
        return lines
    }

    private func listed(_ names: [String]) -> [String] {
        names.prefix(Self.most).map { "    " + style.text($0, nil) }
            + (names.count > Self.most ? ["    and \(names.count - Self.most) more"] : [])
    }

    private func details(_ lines: [String]) -> [String] {
        lines.map { style.text("    " + $0, .faint) }
    }

    private func head(_ title: String, _ share: CourtReport.Share) -> String {
        style.text("\(title): \(share.part) of \(share.all)", .bold)
    }
}
