import Glibc

/// Standard input, output and error must be there: the next file that is opened would take the place of a missing one.
enum StandardDescriptors {
    /// Ends the process when one of the three is closed.
    static func requireOpen() {
        for (number, name) in [(STDERR_FILENO, "error"), (STDIN_FILENO, "input"), (STDOUT_FILENO, "output")]
        where fcntl(number, F_GETFD) < 0 {
            CommandFailure(
                .inputOutput, "standard \(name) is closed",
                remedy: "redirect it, for example \(number == STDIN_FILENO ? "<" : "\(number)>") /dev/null"
            ).end()
        }
    }
}
