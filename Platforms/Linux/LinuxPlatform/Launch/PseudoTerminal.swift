internal import CLinux
internal import Glibc

/// The command's own terminal, and the caller's, which shows it; pty(7).
final class PseudoTerminal {
    /// Our end: what the command writes comes out, what the user types goes in.
    let controller: Descriptor
    /// The command's end.
    let replica: Descriptor
    private var isRaw = false

    private init(controller: Int32, replica: Int32) {
        self.controller = Descriptor(owning: controller)
        self.replica = Descriptor(owning: replica)
    }

    /// Makes one of the size of the caller's terminal, or none when standard input or output is not a terminal.
    static func open() throws(LaunchError) -> PseudoTerminal? {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return nil }
        var controller: Int32 = -1
        var replica: Int32 = -1
        let result = unsafe host_open_pseudoterminal(STDIN_FILENO, &controller, &replica)
        try Descriptor.check(result, to: "open a terminal for the command")
        return PseudoTerminal(controller: controller, replica: replica)
    }

    /// Whether what is typed is the command's; in the background it is the shell's, and touching the terminal would stop
    /// this process (SIGTTOU).
    var takesInput: Bool { isRaw }

    /// Passes keys on as they are typed, until `restore`; in the background it only shows output.
    func begin() throws(LaunchError) {
        guard tcgetpgrp(STDIN_FILENO) == getpgrp() else { return }
        try Descriptor.check(host_make_raw(STDIN_FILENO), to: "switch the terminal to raw input")
        isRaw = true
    }

    /// Gives the caller's terminal back its settings.
    func restore() {
        guard isRaw else { return }
        _ = host_restore_terminal(STDIN_FILENO)
        isRaw = false
    }

    /// Tells the command that the window has another size.
    func resize() {
        host_copy_window_size(STDIN_FILENO, controller.number)
    }

    /// Passes on what the command wrote, as much as one read gives; false at the end.
    func showOutput() -> Bool { Self.pass(from: controller.number, to: STDOUT_FILENO) }

    /// Passes on what the user typed, as much as one read gives; false at the end.
    func passInput() -> Bool { Self.pass(from: STDIN_FILENO, to: controller.number) }

    private static func pass(from source: Int32, to sink: Int32) -> Bool {
        unsafe withUnsafeTemporaryAllocation(byteCount: 65536, alignment: 1) { buffer in
            guard let start = buffer.baseAddress else { return false }
            let count = unsafe read(source, start, buffer.count)
            if count < 0 { return errno == EINTR || errno == EAGAIN }
            var written = 0
            while written < count {
                let now = unsafe write(sink, start + written, count - written)
                if now < 0, errno != EINTR { return false }
                written += max(now, 0)
            }
            return count > 0
        }
    }
}
