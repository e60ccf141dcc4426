internal import CLinux
internal import Glibc

/// The wait for the runner's end: passes signals on, and terminal traffic when there is a terminal.
struct Supervision {
    /// The runner.
    let process: pid_t
    /// The descriptor that tells of signals.
    let signals: Int32
    /// The command's terminal, if it has one.
    let terminal: PseudoTerminal?

    private static let readable = Int16(POLLIN)

    /// Waits until the runner has ended.
    ///
    /// - Returns: its wait status; waitpid(2).
    func wait() -> Int32 {
        var status: Int32 = 0
        var reads = terminal?.takesInput ?? false
        var shows = true
        while true {
            var sources = [pollfd(fd: signals, events: Self.readable, revents: 0)]
            if let terminal {
                sources.append(
                    pollfd(fd: shows ? terminal.controller.number : -1, events: Self.readable, revents: 0))
                sources.append(pollfd(fd: reads ? STDIN_FILENO : -1, events: Self.readable, revents: 0))
            }
            _ = unsafe poll(&sources, nfds_t(sources.count), -1)
            if let terminal {
                if sources[1].revents != 0 { shows = terminal.showOutput() }
                if sources[2].revents != 0 { reads = terminal.passInput() }
            }
            guard sources[0].revents != 0, passSignals() else { continue }
            guard unsafe waitpid(process, &status, WNOHANG) == process else { continue }
            if shows { showRest() }
            return status
        }
    }

    /// Takes every signal that has arrived; true when a child ended.
    private func passSignals() -> Bool {
        var childEnded = false
        while true {
            let number = host_next_signal(signals)
            guard number > 0 else { return childEnded }
            switch number {
            case SIGCHLD: childEnded = true
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
