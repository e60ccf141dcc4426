internal import ArgumentParser
internal import Glibc
internal import JSON
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
            Self.complain("\(error)")
            if format.json {
                var members: [JSONValue.Member] = [
                    .init(name: "code", value: .string(error.code.rawValue)),
                    .init(name: "message", value: .string("\(error)")),
                ]
                if let effect = error.effect {
                    members.append(.init(name: "effect", value: .string(effect.words)))
                }
                write(["operation": .string(operation), "error": .object(members)])
            }
            throw ExitCode(error.exitStatus)
        }
    }

    /// Prints the outcomes of an operation that changes the machine, or would.
    func print(_ outcomes: [SetupOutcome], remarks: [String]) {
        guard format.json else {
            for outcome in outcomes {
                write("\(Self.padded(word(outcome.step)))\(outcome.effect)\n")
            }
            for remark in remarks { write(remark + "\n") }
            return
        }
        let effects = outcomes.map {
            JSONValue.object([
                "effect": .string($0.effect.words), "description": .string("\($0.effect)"),
                "step": .string($0.step.rawValue),
            ])
        }
        write([
            "operation": .string(operation), "dryRun": .bool(isDryRun), "effects": .array(effects),
            "remarks": .array(remarks.map(JSONValue.string)),
        ])
    }

    /// Prints what is in force now.
    func print(_ statuses: [EffectStatus]) {
        guard format.json else {
            for status in statuses {
                let reason = if case .drifted(let reason) = status.state { ": \(reason)" } else { "" }
                write("\(Self.padded(Self.word(status.state)))\(status.effect)\(reason)\n")
            }
            return
        }
        let effects = statuses.map { status in
            var members: [JSONValue.Member] = [
                .init(name: "effect", value: .string(status.effect.words)),
                .init(name: "description", value: .string("\(status.effect)")),
                .init(name: "state", value: .string(Self.word(status.state))),
                .init(name: "recorded", value: .bool(status.isRecorded)),
            ]
            if case .drifted(let reason) = status.state {
                members.append(.init(name: "reason", value: .string(reason)))
            }
            return JSONValue.object(members)
        }
        write(["operation": .string(operation), "effects": .array(effects)])
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

    private func write(_ members: KeyValuePairs<String, JSONValue>) { write("\(JSONValue.object(members))\n") }

    /// Writes to the standard output, or ends the program (`EX_IOERR`): nobody is to take a part for the whole.
    private func write(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else {
                Self.complain("write to standard output: \(unsafe String(cString: strerror(errno)))")
                exit(74)
            }
            rest = rest.dropFirst(max(count, 0))
        }
    }

    private static func complain(_ message: String) {
        let text = Array("sallyport-setup: \(message)\n".utf8)
        _ = unsafe Glibc.write(STDERR_FILENO, text, text.count)
    }
}
