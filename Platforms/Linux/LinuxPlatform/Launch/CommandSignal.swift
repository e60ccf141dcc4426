internal import CLinux

/// Dying of the command's signal, so that the caller's caller sees what happened.
public enum CommandSignal {
    /// Ends this process by a signal, without a core file of ours; returns when the signal does not end processes.
    ///
    /// - Parameter number: the signal; signal(7).
    public static func raise(_ number: Int32) {
        host_raise(number)
    }
}
