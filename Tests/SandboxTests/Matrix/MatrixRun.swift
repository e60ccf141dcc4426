import KernelStage

/// The answers to a group of rows, from one stage.
struct MatrixRun {
    /// The answers of one row; outside there are some without a prefix only.
    struct Pair {
        let inside: Answer
        let outside: Answer
    }

    /// By the name of the row.
    let answers: [String: Pair]

    /// Performs rows behind a command prefix.
    ///
    /// - Parameters:
    ///   - rows: The rows.
    ///   - prefix: What stands before the probe, as `sallyport run --`; nothing performs the controls alone.
    ///   - setup: A script for the stage that comes first, as an installation.
    /// - Throws: ``MatrixError`` when the run fails or says something else, and `StageError`.
    init(_ rows: [MatrixRow], prefix: String, setup: String) throws {
        let stage = Stage(
            programs: ["sallyport", "sallyport-setup", "sallyport-command-runner", "sallyport-probe"],
            files: ["Tests/SandboxTests/world.sh", "Tests/SandboxTests/matrix.sh"], hasPeer: true, timeLimit: 900)
        let result = try stage.run(
            """
            \(setup)
            cat >/run/rows <<'ROWS'
            \(rows.map(\.line).joined(separator: "\n"))
            ROWS
            source /run/files/matrix.sh /run/rows \(prefix)
            """)
        guard result.status == 0 else {
            throw MatrixError(description: "status \(result.status)\n\(result.standardOutput)\(result.standardError)")
        }
        var answers: [String: Pair] = [:]
        for line in result.lines where !line.isEmpty {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 3 else { throw MatrixError(description: "cannot read \(line)") }
            answers[fields[0]] = Pair(
                inside: Answer(description: fields[1]), outside: Answer(description: fields[2]))
        }
        self.answers = answers
    }
}
