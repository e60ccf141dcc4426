internal import CLinux
internal import Glibc

/// The wait for the command's end: passes signals on, and terminal traffic when there is a terminal.
struct Supervision {
    /// The runner.
    let process: pid_t
    /// Where the runner says how the command ended.
    let outcome: Descriptor
    /// The descriptor that tells of signals.
    let signals: Int32
    /// The command's terminal, if it has one.
    let terminal: PseudoTerminal?

    private static let readable = Int16(POLLIN)

    /// Waits until the runner has spoken, or is gone.
    ///
    /// - Returns: its report as it came; nothing when it was killed before it could speak.
    func wait() -> [UInt8] {
        var report: [UInt8] = []
        var reads = terminal?.takesInput ?? false
        var shows = true
        while true {
            var sources = [
                pollfd(fd: outcome.number, events: Self.readable, revents: 0),
                pollfd(fd: signals, events: Self.readable, revents: 0),
            ]
            if let terminal {
                sources.append(
                    pollfd(fd: shows ? terminal.controller.number : -1, events: Self.readable, revents: 0))
                sources.append(pollfd(fd: reads ? STDIN_FILENO : -1, events: Self.readable, revents: 0))
            }
            guard unsafe poll(&sources, nfds_t(sources.count), -1) > 0 else { continue }
            if let terminal {
                if sources[2].revents != 0 { shows = terminal.showOutput() }
                if sources[3].revents != 0 { reads = terminal.passInput() }
            }
            if sources[1].revents != 0 { passSignals() }
            if sources[0].revents != 0, !outcome.read(into: &report, limit: RunnerReport.longest) {
                if shows { showRest() }
                return report
            }
        }
    }

    /// Passes on every signal that has arrived.
    private func passSignals() {
        while true {
            let number = host_next_signal(signals)
            guard number > 0 else { return }
            switch number {
            case SIGWINCH: terminal?.resize()
            case SIGQUIT: continue
            default: kill(process, number)
            }
        }
    }

    /// Shows what the command's last processes left in the terminal.
    private func showRest() {
        guard let terminal else { return }
        while true {
            var source = [pollfd(fd: terminal.controller.number, events: Self.readable, revents: 0)]
            guard unsafe poll(&source, 1, 0) > 0, source[0].revents & Self.readable != 0, terminal.showOutput() else {
                return
            }
        }
    }
}
