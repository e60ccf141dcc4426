public import WindowsSecurity

extension SimulatedMachine {
    /// Makes a job.
    ///
    /// Windows: `CreateJobObjectW` and `SetInformationJobObject`.
    ///
    /// - Parameters:
    ///   - limits: the limits.
    ///   - identifier: who calls and holds the handle.
    /// - Returns: the number of the job.
    /// - Throws: `ERROR_INVALID_HANDLE` when the caller is gone.
    public mutating func createJob(_ limits: Job.Limits, by identifier: ProcessIdentifier) throws(CallError) -> UInt32 {
        try perform(.createJob(limits, identifier), by: identifier) { machine throws(CallError) in
            _ = try machine.process(identifier, "CreateJobObjectW")
            let number = machine.nextJob
            machine.nextJob += 1
            machine.jobs[number] = Job(identifier: number, owner: identifier, limits: limits)
            return number
        }
    }

    /// Changes the limits of a job.
    ///
    /// Windows: `SetInformationJobObject`.
    ///
    /// - Parameters:
    ///   - limits: the new limits.
    ///   - job: the number of the job.
    ///   - identifier: who calls; the one who made the job.
    /// - Throws: `ERROR_INVALID_HANDLE`.
    public mutating func setLimits(
        _ limits: Job.Limits, of job: UInt32, by identifier: ProcessIdentifier
    ) throws(CallError) {
        try perform(.setLimits(limits, job, identifier), by: identifier) { machine throws(CallError) in
            guard machine.jobs[job]?.owner == identifier else {
                throw CallError(.invalidHandle, "SetInformationJobObject", "job \(job)")
            }
            machine.jobs[job]?.limits = limits
        }
    }

    /// Ends all processes of a job.
    ///
    /// Windows: `TerminateJobObject`.
    ///
    /// - Parameters:
    ///   - job: the number of the job.
    ///   - code: what they end with.
    ///   - identifier: who calls; the one who made the job.
    /// - Throws: `ERROR_INVALID_HANDLE`.
    public mutating func terminateJob(
        _ job: UInt32, code: Int32 = 1, by identifier: ProcessIdentifier
    ) throws(CallError) {
        try perform(.terminateJob(job, code, identifier), by: identifier) { machine throws(CallError) in
            guard machine.jobs[job]?.owner == identifier else {
                throw CallError(.invalidHandle, "TerminateJobObject", "job \(job)")
            }
            machine.endMembers(of: job, code: code)
        }
    }

    /// Makes a desktop on the window station of the person at the machine.
    ///
    /// Windows: `CreateDesktopW`.
    ///
    /// - Parameters:
    ///   - name: the name without the window station.
    ///   - descriptor: who may use it, or nothing for the default list of the caller's token.
    ///   - identifier: who calls.
    /// - Returns: the name with the window station.
    /// - Throws: `ERROR_INVALID_OWNER`, `ERROR_INVALID_HANDLE`.
    public mutating func createDesktop(
        _ name: String, descriptor: SecurityDescriptor?, by identifier: ProcessIdentifier
    ) throws(CallError) -> String {
        try perform(.createDesktop(name, descriptor, identifier), by: identifier) { machine throws(CallError) in
            let token = try machine.process(identifier, "CreateDesktopW").token
            let full = #"WinSta0\"# + name
            if let present = machine.desktops[full] {
                let allowed = machine.check(
                    present.descriptor, AccessMask(rawValue: 0x81), type: .desktop, token: token,
                    object: full)
                guard allowed else { throw CallError(.accessDenied, "CreateDesktopW", full) }
                return full
            }
            let made = try machine.newDescriptor(
                in: nil, creator: descriptor, isContainer: false, mapping: ObjectType.desktop.mapping, token: token,
                call: "CreateDesktopW", subject: full)
            machine.desktops[full] = Desktop(name: full, descriptor: made)
            return full
        }
    }
}
