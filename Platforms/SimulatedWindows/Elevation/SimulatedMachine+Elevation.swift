internal import WindowsSecurity

extension SimulatedMachine {
    /// Says what the person at the machine will answer to the next question for elevation.
    ///
    /// - Parameter answer: the answer; answers are given in the order in which they were said.
    public mutating func answerConsent(_ answer: ConsentAnswer) {
        record(.answerConsent(answer))
        consent.append(answer)
    }

    /// Starts a program elevated, if the person at the machine agrees.
    ///
    /// Windows: `ShellExecuteExW` with the verb `runas`. Whoever says nothing has said no.
    ///
    /// - Parameters:
    ///   - start: what the process is to be.
    ///   - identifier: who calls.
    /// - Returns: the elevated process.
    /// - Throws: `ERROR_CANCELLED` (1223) when the answer is no, and what the logon throws.
    public mutating func elevate(
        _ start: ProcessStart, by identifier: ProcessIdentifier
    ) throws(CallError) -> ProcessIdentifier {
        let call = "ShellExecuteExW"
        return try perform(.elevate(start, identifier), by: identifier) { machine throws(CallError) in
            let caller = try machine.process(identifier, call)
            if caller.token.integrityLevel >= .high, caller.token.restrictingSIDs == nil {
                return try machine.start(
                    start, token: caller.token, session: caller.session, parent: identifier,
                    workingDirectory: caller.workingDirectory, call: call)
            }
            try machine.require("Appinfo", call)
            let answer = machine.consent.isEmpty ? ConsentAnswer.refuse : machine.consent.removeFirst()
            switch (answer, caller.token.linkedToken) {
            case (.approve, .token(let full)):
                return try machine.start(
                    start, token: full, session: caller.session, parent: identifier,
                    workingDirectory: caller.workingDirectory, call: call)
            case (.credentials(let user, let password), _):
                let (session, token) = try machine.openSession(
                    user, password: password, type: .interactive, call: call)
                let elevated: AccessToken
                if case .token(let full) = token.linkedToken { elevated = full } else { elevated = token }
                guard elevated.integrityLevel >= .high else {
                    machine.sessions[session.identifier] = nil
                    throw CallError(.elevationRequired, call, user)
                }
                machine.admit(session, to: start.desktop ?? caller.desktop)
                return try machine.start(
                    start, token: elevated, session: session.identifier, parent: identifier,
                    workingDirectory: caller.workingDirectory, call: call)
            default:
                throw CallError(.cancelled, call, start.commandLine)
            }
        }
    }

    /// Has a service of the machine start a program for the caller.
    ///
    /// The service starts it with a token of the caller's account in the caller's session, as that account logs on: what the
    /// caller's own token lacks is not taken away again. Windows: activation of a COM server, `RPCSS`.
    ///
    /// - Parameters:
    ///   - start: what the process is to be.
    ///   - identifier: who asks.
    /// - Returns: the new process, a child of the service.
    /// - Throws: `ERROR_INVALID_HANDLE` when the caller is gone.
    public mutating func activate(
        _ start: ProcessStart, for identifier: ProcessIdentifier
    ) throws(CallError) -> ProcessIdentifier {
        try perform(.activate(start, identifier), by: identifier) { machine throws(CallError) in
            let caller = try machine.process(identifier, "CoCreateInstance")
            try machine.require("RpcSs", "CoCreateInstance")
            var token = caller.token
            token.restrictingSIDs = nil
            token.isWriteRestricted = false
            var start = start
            start.desktop = start.desktop ?? Self.defaultDesktop
            return try machine.start(
                start, token: token, session: caller.session, parent: machine.service("RpcSs")?.process ?? Self.system,
                workingDirectory: caller.workingDirectory, call: "CoCreateInstance")
        }
    }
}
