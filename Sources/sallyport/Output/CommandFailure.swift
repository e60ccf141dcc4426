import Glibc

/// An error of ours: what was tried, on what, what came back, and what to do next.
struct CommandFailure: Error {
    /// The exit code.
    var status: ExitStatus
    /// What was tried, on what, and what came back.
    var problem: String
    /// What to do next, where there is something.
    var remedy: String?

    init(_ status: ExitStatus, _ problem: String, remedy: String? = nil) {
        self.status = status
        self.problem = problem
        self.remedy = remedy
    }

    /// Writes the error and ends the process.
    func end() -> Never {
        StandardError.note(problem, as: .error)
        if let remedy { StandardError.write("           " + remedy + "\n") }
        exit(status.rawValue)
    }
}
