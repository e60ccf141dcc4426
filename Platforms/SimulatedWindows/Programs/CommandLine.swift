/// A line of the command interpreter, taken apart.
///
/// Windows: what `cmd.exe` reads, from `help cmd`.
struct CommandLine: Hashable, Sendable {
    /// The commands in their order.
    var statements: [Statement] = []

    /// One command or several joined by pipes.
    struct Statement: Hashable, Sendable {
        /// When it is carried out.
        var link: Link
        /// The commands, each of which reads what the one before writes.
        var stages: [Stage]
    }

    /// When a statement is carried out.
    enum Link: String, Hashable, Sendable {
        /// In any case: `&`.
        case always = "&"
        /// When the one before succeeded: `&&`.
        case onSuccess = "&&"
        /// When the one before failed: `||`.
        case onFailure = "||"
    }

    /// One command.
    struct Stage: Hashable, Sendable {
        /// The command and its arguments as they were written.
        var text: String
        /// Where its standard handles lead, in the order in which they were written.
        var redirections: [Redirection] = []
    }

    /// A standard handle that is led elsewhere.
    struct Redirection: Hashable, Sendable {
        /// Where to.
        enum Target: Hashable, Sendable {
            /// To a file that is emptied first.
            case file(String)
            /// Behind the end of a file.
            case end(String)
            /// To where another handle leads.
            case handle(Int)
        }

        /// 0, 1 or 2.
        var handle: Int
        /// Where to.
        var target: Target
    }
}
