internal import WindowsSecurity

extension SimulatedMachine {
    /// Runs a call: counts it, keeps it in the log, and remembers a failure.
    mutating func perform<Result>(
        _ call: @autoclosure () -> MachineCall, by process: ProcessIdentifier? = nil,
        _ body: (inout SimulatedMachine) throws(CallError) -> Result
    ) throws(CallError) -> Result {
        if depth == 0 {
            time += 1
            log.append(call())
        }
        depth += 1
        defer { depth -= 1 }
        refusal = nil
        do throws(CallError) {
            return try body(&self)
        } catch {
            lastFailure = CallFailure(error: error, process: process, check: refusal)
            throw error
        }
    }

    /// A running process.
    func process(_ identifier: ProcessIdentifier, _ call: String) throws(CallError) -> SimulatedProcess {
        guard let process = processes[identifier], process.isRunning else {
            throw CallError(.invalidHandle, call, "process \(identifier.rawValue)")
        }
        return process
    }

    /// Asks the access check about an object that is not a file, and remembers the answer.
    mutating func check(
        _ descriptor: SecurityDescriptor, _ desired: AccessMask, type: ObjectType, token: AccessToken, object: String
    ) -> Bool {
        let request = AccessRequest(desired, mapping: type.mapping, questions: questions)
        let isGranted = AccessCheck.decide(descriptor, token: token, request: request).isGranted
        guard !isGranted || grantedChecks != nil else { return true }
        let check = RecordedCheck(object: object, type: type, descriptor: descriptor, token: token, request: request)
        if isGranted { grantedChecks?.append(check) } else { refusal = check }
        return isGranted
    }

    /// Asks whether a process may administer a part of the system.
    mutating func administer(
        _ object: SystemObject, by identifier: ProcessIdentifier, call: String, subject: String
    ) throws(CallError) {
        let token = try process(identifier, call).token
        guard
            check(
                object.descriptor, SystemObject.change, type: SystemObject.type, token: token,
                object: object.rawValue)
        else { throw CallError(.accessDenied, call, subject) }
    }
}
