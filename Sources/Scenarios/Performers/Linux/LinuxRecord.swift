/// One line of what the worker printed: how a run of steps ended and what the kernel answered to each.
struct LinuxRecord {
    /// What the line is about.
    let kind: String
    /// The exit status of the sandbox, or of the probe without one.
    let status: Int
    /// The answers, with details.
    let answers: [String]
    /// The beginning of what was complained about.
    let complaint: String

    /// Reads the worker's output.
    ///
    /// - Returns: the records of each trial by its index.
    static func records(_ output: String) throws(PerformerError) -> [Int: [LinuxRecord]] {
        var result: [Int: [LinuxRecord]] = [:]
        for line in output.split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count >= 5, let index = Int(fields[0]), let status = Int(fields[2]) else {
                throw PerformerError("the private machine printed something else: \(line)")
            }
            result[index, default: []].append(
                LinuxRecord(
                    kind: fields[1], status: status, answers: fields[3].split(separator: ";").map(String.init),
                    complaint: fields[4]))
        }
        return result
    }

    /// The answer's first word, or two for a signal.
    private static func word(_ answer: String) -> String {
        let words = answer.split(separator: " ")
        return words.prefix(words.first == "signal" ? 2 : 1).joined(separator: " ")
    }

    /// What the records of a trial amount to.
    static func observation(
        _ records: [LinuxRecord], of trial: Trial, by confinement: LinuxConfinement
    ) -> Observation {
        if let unknown = records.first(where: { $0.kind == "unknown" }) { return notPerformed(unknown.complaint) }
        let steps = records.filter { $0.kind == "steps" }
        let runs = trial.runs
        guard let last = steps.last, steps.count == runs.count else { return notPerformed("nothing was performed") }
        for (step, run) in zip(steps, runs) {
            let isConfined = run.actor.isSandboxed && trial.isConfined
            if let shortcoming = step.shortcoming(run.attempts.count, isConfined ? confinement : .plainUser) {
                return notPerformed(shortcoming)
            }
        }
        guard let final = last.answers.last else { return denied("not started", because: last.ending) }
        var deciding = final
        // When the last step fails for want of something, an earlier failure is why it is missing.
        if word(final) == "ENOENT", let earlier = steps.flatMap(\.answers).first(where: { word($0) != "ok" }) {
            deciding = earlier
        }
        if let evidence = records.first(where: { $0.kind == "evidence" }) {
            if evidence.answers.last.map(word) == "ok" { return Observation(verdict: .allowed, answer: "seen") }
            if word(deciding) == "ok" { return denied("unseen", because: "it went through, but on something private") }
        }
        if word(deciding) == "ok" { return Observation(verdict: .allowed, answer: deciding) }
        let layers = LinuxAnswers.layers(for: word(deciding))
        if layers == [LinuxAnswers.limits] {
            return Observation(
                verdict: .bounded, layers: layers, answer: word(deciding), derivation: [deciding, "given by: limits"])
        }
        return denied(word(deciding), because: deciding)
    }

    /// How the run ended, with the first complaint.
    private var ending: String { "\(complaint) (status \(status))" }

    /// Why the run says nothing about a confinement; an expected one may refuse to start, which is an answer.
    private func shortcoming(_ attempts: Int, _ confinement: LinuxConfinement) -> String? {
        if answers.isEmpty, confinement.platform != nil { return nil }
        if answers.isEmpty { return "not performed: \(ending)" }
        if answers.count < attempts { return "not performed: \(answers.count) of \(attempts) answers, \(ending)" }
        guard let proof = confinement.proof, !complaint.contains(proof) else { return nil }
        return "not performed: \(confinement.rawValue) did not confine the command: \(ending)"
    }

    private static func notPerformed(_ reason: String) -> Observation {
        Observation(verdict: .notApplicable, answer: reason)
    }

    private static func denied(_ answer: String, because reason: String) -> Observation {
        let layers = LinuxAnswers.layers(for: answer)
        let names = layers.map(\.rawValue).sorted().joined(separator: ", ")
        return Observation(
            verdict: .denied, layers: layers, answer: answer,
            derivation: [reason, names.isEmpty ? "no layer is known to give this answer" : "given by: \(names)"])
    }
}
