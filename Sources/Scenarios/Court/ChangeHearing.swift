internal import SimulatedWindows
internal import WindowsSecurity

/// What a design leaves on the machine when it was installed and one command, which did nothing, has run in the workspace.
struct ChangeHearing {
    let workload: Workload
    let stage: SimulatedStage

    /// What was left.
    var change: CourtReport.Change {
        var machine = stage.machine
        if let run = try? SimulatedRun(workload.idle, on: stage) {
            _ = try? run.perform()
            machine = run.machine
        }
        let workspace = (try? stage.places.resolve("$home/\(workload.workspace)", asPath: true)) ?? ""
        let items = machine.difference(since: stage.untouched).items.map { item in
            CourtReport.Change.Item(
                kind: item.kind.rawValue, subject: item.subject,
                isInWorkspace: item.subject == workspace || item.subject.hasPrefix(workspace + "\\"))
        }
        return CourtReport.Change(items: items, opened: opened(machine))
    }

    /// Which files other programs may write now that could not before.
    private func opened(_ machine: SimulatedMachine) -> [String] {
        var strangers: [AccessToken] = []
        if let person = stage.people[.user].flatMap({ machine.processes[$0]?.token }) {
            var low = person
            low.integrityLevel = .low
            strangers.append(low)
        }
        if let other = stage.people[.other].flatMap({ machine.processes[$0]?.token }) { strangers.append(other) }
        let opened = strangers.map { machine.filesOpened(for: .fileWriteData, to: $0, since: stage.untouched) }
        return Set(opened.joined()).sorted()
    }
}
