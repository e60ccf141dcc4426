internal import ArgumentParser
internal import Glibc
internal import SandboxModel

/// Prints what an operation did, for people or for programs, and turns its error into the exit status.
struct Report {
    let operation: String
    let isDryRun: Bool
    let format: OutputFormat

    /// Runs an operation; its error goes to standard error, and with `--json` also to standard output.
    func attempt(_ body: () throws(SetupError) -> Void) throws {
        do throws(SetupError) {
            try body()
        } catch {
            if format.json {
                var members: [(String, JSONOutput)] = [
                    ("code", .string(error.code.rawValue)), ("message", .string("\(error)")),
                ]
                if let effect = error.effect { members.append(("effect", .string(effect.words))) }
                write(.object([("operation", .string(operation)), ("error", .object(members))]))
            }
            let text = Array("sallyport-setup: \(error)\n".utf8)
            _ = unsafe Glibc.write(STDERR_FILENO, text, text.count)
            throw ExitCode(error.exitStatus)
        }
    }

    /// Prints the outcomes of an operation that changes the machine, or would.
    func print(_ outcomes: [SetupOutcome], remarks: [String]) {
        guard format.json else {
            for outcome in outcomes {
                Swift.print("\(Self.padded(word(outcome.step)))\(outcome.effect)")
            }
            for remark in remarks { Swift.print(remark) }
            return
        }
        let effects = outcomes.map {
            JSONOutput.object([
                ("effect", .string($0.effect.words)), ("description", .string("\($0.effect)")),
                ("step", .string($0.step.rawValue)),
            ])
        }
        write(
            .object([
                ("operation", .string(operation)), ("dryRun", .boolean(isDryRun)), ("effects", .array(effects)),
                ("remarks", .array(remarks.map(JSONOutput.string))),
            ]))
    }

    /// Prints what is in force now.
    func print(_ statuses: [EffectStatus]) {
        guard format.json else {
            for status in statuses {
                let reason = if case .drifted(let reason) = status.state { ": \(reason)" } else { "" }
                Swift.print("\(Self.padded(Self.word(status.state)))\(status.effect)\(reason)")
            }
            return
        }
        let effects = statuses.map { status in
            var members: [(String, JSONOutput)] = [
                ("effect", .string(status.effect.words)), ("description", .string("\(status.effect)")),
                ("state", .string(Self.word(status.state))), ("recorded", .boolean(status.isRecorded)),
            ]
            if case .drifted(let reason) = status.state { members.append(("reason", .string(reason))) }
            return JSONOutput.object(members)
        }
        write(.object([("operation", .string(operation)), ("effects", .array(effects))]))
    }

    private func word(_ step: SetupOutcome.Step) -> String {
        switch step {
        case .keep: "in force"
        case .adopt: isDryRun ? "would use" : "used"
        case .apply: isDryRun ? "would make" : "made"
        case .repair: isDryRun ? "would repair" : "repaired"
        case .revert: isDryRun ? "would undo" : "undone"
        case .leave: isDryRun ? "would leave" : "left"
        }
    }

    private static func word(_ state: EffectState) -> String {
        switch state {
        case .inForce: "in force"
        case .absent: "absent"
        case .drifted: "drifted"
        }
    }

    private static func padded(_ word: String) -> String {
        word + String(repeating: " ", count: max(1, 14 - word.count))
    }

    private func write(_ value: JSONOutput) { Swift.print(value.line) }
}
