import LinuxPlatform

/// Says on a terminal that a pass over many files is under way.
enum ProgressNote {
    /// Wipes the line after a pass that was long enough to have one.
    static func wipe(after elapsed: Duration) {
        guard StandardError.isTerminal, elapsed >= .seconds(1) else { return }
        StandardError.write("\r\u{1B}[K")
    }

    /// Writes one line a second, over the last one.
    static func show(_ progress: GrantProgress) {
        guard StandardError.isTerminal else { return }
        let seconds = progress.elapsed.components.seconds
        StandardError.write(
            "\r" + StandardError.marked("sallyport: \(progress.visited) files looked at in \(seconds) s ", as: .note))
    }
}
