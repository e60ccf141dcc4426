import KernelStage

/// What one command line on a stage did.
struct Attempt {
    /// The command line, in Bash.
    let line: String
    /// Its exit status; 128 and the signal when one ended it.
    let status: Int32
    /// What it wrote to its standard output.
    let output: String
    /// What it wrote to its standard error.
    let errors: String

    /// The output without the newline at its end.
    var text: Substring { output.hasSuffix("\n") ? output.dropLast() : output[...] }
}

extension Stage {
    /// Runs command lines one after the other, each in a Bash of its own as a user, in a directory that exists.
    ///
    /// - Parameters:
    ///   - lines: the command lines.
    ///   - user: the user.
    ///   - preparation: what root does first.
    /// - Returns: what each did, in order.
    /// - Throws: `StageError` when there is no stage, `IncompleteAttempts` when not every line was run.
    func attempt(_ lines: [String], as user: String = "alice", after preparation: String = "") throws -> [Attempt] {
        let mark = "=%= of an attempt"
        var script = "\(preparation)\nmkdir -p /home/\(user)/work && chown \(user): /home/\(user)/work\n"
        for line in lines {
            let quoted = line.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
            script += """
                as \(user) bash -c 'cd ~/work; \(quoted)' >/run/output 2>/run/errors </dev/null
                echo "\(mark) $?"; cat /run/output; echo; echo '\(mark)'; cat /run/errors; echo

                """
        }
        script += "echo '\(mark) end'\n"
        let result = try run(script)
        let parts = ("\n" + result.standardOutput).split(separator: "\n\(mark)", omittingEmptySubsequences: false)
        guard parts.count == 2 * lines.count + 2 else {
            throw IncompleteAttempts(description: result.standardError + result.standardOutput)
        }
        return lines.enumerated().map { index, line in
            let (head, errors) = (parts[1 + 2 * index], parts[2 + 2 * index])
            let status = head.prefix { $0 != "\n" }
            return Attempt(
                line: line, status: Int32(status.drop { $0 == " " }) ?? -1,
                output: String(head.dropFirst(status.count + 1)), errors: String(errors.dropFirst()))
        }
    }
}
