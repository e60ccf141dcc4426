import SandboxModel

extension RunOptions {
    /// Reads well-formed options without the argument parser, which takes longer to start than the sandbox.
    ///
    /// - Parameter arguments: the words between `run` and `--`.
    /// - Returns: the options, or nothing when a word is not plainly one; the argument parser then says what is wrong.
    static func scan(_ arguments: some Sequence<String>) -> RunOptions? {
        var options = RunOptions()
        var words = Array(arguments)[...]
        while let word = words.popFirst() {
            guard word.hasPrefix("--") else { return nil }
            if options.take(flag: word) { continue }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value: String
            if parts.count == 2 {
                value = String(parts[1])
            } else {
                guard let next = words.popFirst(), !next.hasPrefix("-") else { return nil }
                value = next
            }
            guard options.take(option: String(parts[0]), value) else { return nil }
        }
        return options
    }

    private mutating func take(flag: String) -> Bool {
        switch flag {
        case "--network": network = true
        case "--include-private": includePrivate = true
        case "--dry-run": dryRun = true
        case "--json": json = true
        default: return false
        }
        return true
    }

    private mutating func take(option: String, _ value: String) -> Bool {
        switch option {
        case "--policy":
            guard let mode = SandboxMode(rawValue: value) else { return false }
            policy = mode
        case "--level":
            guard let level = SandboxLevel(rawValue: value) else { return false }
            self.level = level
        case "--timeout":
            guard let seconds = Double(value) else { return false }
            timeout = seconds
        case "--cwd": workingDirectory = value
        case "--writable-root": writableRoots.append(value)
        case "--readable-root": readableRoots.append(value)
        case "--deny-read": deniedPaths.append(value)
        case "--read-only": readOnlyPaths.append(value)
        case "--accept-loss": acceptedLosses.append(value)
        default: return false
        }
        return true
    }
}
