import SandboxModel

extension RunOptions {
    /// Reads the options of `run`.
    ///
    /// - Parameter reader: the words between `run` and `--`.
    /// - Throws: `CommandFailure` with the word that does not belong.
    init(reading reader: inout OptionReader) throws(CommandFailure) {
        while let word = reader.next() {
            switch word {
            case .operand(let text): stray.append(text)
            case .option(let name, let attached):
                try take(name, attached: attached, from: &reader)
            }
        }
        guard dryRun || !json else {
            throw CommandFailure(
                .usage, "--json is how --dry-run prints; a command that runs prints what it likes",
                remedy: "add --dry-run, or leave --json out")
        }
    }

    private mutating func take(
        _ name: String, attached: String?, from reader: inout OptionReader
    ) throws(CommandFailure) {
        switch name {
        case "--policy":
            let value = try reader.value(of: name, attached: attached)
            guard let mode = SandboxMode(rawValue: value) else {
                throw reader.wrong(value, of: name, expected: "read-only, workspace-write or danger-full-access")
            }
            policy = mode
        case "--level":
            let value = try reader.value(of: name, attached: attached)
            guard let level = SandboxLevel(rawValue: value) else {
                throw reader.wrong(value, of: name, expected: "elevated or unelevated")
            }
            self.level = level
        case "--timeout":
            let value = try reader.value(of: name, attached: attached)
            guard let seconds = Double(value) else {
                throw reader.wrong(value, of: name, expected: "a number of seconds")
            }
            timeout = seconds
        case "--network": network = try reader.flag(name, attached: attached)
        case "--include-private": includePrivate = try reader.flag(name, attached: attached)
        case "--dry-run": dryRun = try reader.flag(name, attached: attached)
        case "--json": json = try reader.flag(name, attached: attached)
        case "--writable-root": writableRoots.append(try reader.value(of: name, attached: attached))
        case "--readable-root": readableRoots.append(try reader.value(of: name, attached: attached))
        case "--deny-read": deniedPaths.append(try reader.value(of: name, attached: attached))
        case "--read-only": readOnlyPaths.append(try reader.value(of: name, attached: attached))
        case "--accept-loss": acceptedLosses.append(try reader.value(of: name, attached: attached))
        case "--audit": audit = try reader.value(of: name, attached: attached)
        case "--cwd": workingDirectory = try reader.value(of: name, attached: attached)
        default: throw reader.unknown(name)
        }
    }
}
