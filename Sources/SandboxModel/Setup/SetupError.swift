/// Why setup stopped: what was tried, on what, what came back, and what to do next.
public struct SetupError: Error, Hashable, Sendable {
    /// The kind of failure, for programs.
    public enum Code: String, CaseIterable, Hashable, Sendable {
        /// Something of that name exists, is not what setup would make, and was not made by setup.
        case conflict
        /// After applying, a look at the machine still shows something else.
        case notInForce = "not-in-force"
        /// A system call failed.
        case systemCall = "system-call"
        /// A system tool failed.
        case toolFailed = "tool-failed"
        /// A system tool is missing.
        case toolMissing = "tool-missing"
        /// A file, directory or link is not safe to use as root.
        case unsafeFile = "unsafe-file"
        /// The journal cannot be read.
        case corruptJournal = "corrupt-journal"
        /// The authorization record cannot be read.
        case corruptRegistry = "corrupt-registry"
        /// A recorded before-image cannot be read.
        case corruptImage = "corrupt-image"
        /// No block of capability identifiers is left.
        case exhausted
        /// Another setup is running.
        case busy
        /// The user does not exist or cannot be enrolled.
        case unknownUser = "unknown-user"
        /// The caller is not the administrator.
        case notPermitted = "not-permitted"
        /// The machine lacks something that the sandbox needs.
        case unsupported
        /// An earlier run was stopped and this operation cannot tell which way to go on.
        case interrupted
        /// Nothing is installed.
        case notInstalled = "not-installed"
    }

    /// The kind of failure.
    public let code: Code
    /// What was tried, as a verb phrase: `create the group`, `rename`.
    public let action: String
    /// On what: a path, an account, a table.
    public let subject: String
    /// What came back: a tool's output, a clause, or nothing.
    public let detail: String
    /// The POSIX error number (`errno(3)`), or 0.
    public let errorNumber: Int32
    /// What the person can do next, as a sentence, or nothing.
    public let remedy: String
    /// The effect during which it happened, when there was one.
    public var effect: Effect?
    /// The code that the documented setup on Windows gives, where there is one.
    public var documentedCode: SetupFailureCode?

    /// Makes an error.
    ///
    /// - Parameters:
    ///   - code: the kind of failure.
    ///   - action: what was tried, as a verb phrase.
    ///   - subject: on what.
    ///   - detail: what came back.
    ///   - errorNumber: the POSIX error number, or 0.
    ///   - remedy: what to do next, as a sentence.
    public init(
        _ code: Code, action: String, subject: String, detail: String = "", errorNumber: Int32 = 0, remedy: String = ""
    ) {
        self.code = code
        self.action = action
        self.subject = subject
        self.detail = detail
        self.errorNumber = errorNumber
        self.remedy = remedy
    }

    /// The same error, with the effect during which it happened.
    ///
    /// - Parameter effect: the effect; an effect that is already named stays.
    /// - Returns: the error with an effect.
    public func during(_ effect: Effect) -> SetupError {
        var copy = self
        copy.effect = copy.effect ?? effect
        return copy
    }
}

extension SetupError: CustomStringConvertible {
    /// One line: what was tried, on what, what came back, what to do.
    public var description: String {
        var text = "cannot \(action) \(subject)"
        if let effect { text += " (\(effect))" }
        if !detail.isEmpty { text += ": \(detail)" }
        if !remedy.isEmpty { text += "; \(remedy)" }
        return text
    }
}
