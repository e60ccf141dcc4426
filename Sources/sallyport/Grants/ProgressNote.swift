import LinuxPlatform

/// Says on a terminal that a pass over many files is under way.
enum ProgressNote {
    /// Writes one line a second, over the last one.
    static func show(_ progress: GrantProgress) {
        guard StandardError.isTerminal else { return }
        let seconds = progress.elapsed.components.seconds
        StandardError.write(
            "\r" + StandardError.marked("sallyport: \(progress.visited) files looked at in \(seconds) s ", as: .note))
    }
}
