internal import SandboxModel

/// Carries the streams of a started command, counts its time, and ends it; the runner's work, or the caller's own without one.
struct CommandRelay: Hashable, Sendable {
    /// Who started the command and holds the other ends of its streams.
    let owner: ProcessIdentifier
    /// The command.
    let command: ProcessIdentifier
    /// The job of everything it starts, when there is one.
    let job: UInt32?
    /// Where its standard handles lead.
    let handles: StandardHandles
    /// How long output is still read of what a command left behind, in milliseconds; nothing means until that one has ended.
    let drainMilliseconds: UInt64?
    /// When it is ended.
    let deadline: UInt64?
    /// Whether its time was over.
    private(set) var isTimedOut = false
    /// Whether it was told to end.
    private var isTerminated = false
    /// Whether its input is still open.
    private var inputIsOpen = true
    /// When reading ends that a process which is left behind keeps open.
    private var drainEnd: UInt64?
    /// Whether the command's own end was seen.
    private var isDraining = false
    /// Whether everything is over.
    private(set) var isFinished = false

    init(
        owner: ProcessIdentifier, command: ProcessIdentifier, job: UInt32?, handles: StandardHandles,
        drainMilliseconds: UInt64?, deadline: UInt64?
    ) {
        self.owner = owner
        self.command = command
        self.job = job
        self.handles = handles
        self.drainMilliseconds = drainMilliseconds
        self.deadline = deadline
    }

    /// When something may happen without anybody doing anything.
    var nextMoment: UInt64? { drainEnd ?? (isTimedOut ? nil : deadline) }

    /// Does what there is to do now.
    ///
    /// - Parameter machine: the machine.
    /// - Returns: what the command wrote, at most `RunnerFrame.outputChunk` bytes each, and how it ended at last.
    mutating func poll(_ machine: inout SimulatedMachine) -> [RunnerMessage] {
        guard !isFinished else { return [] }
        if let deadline, machine.clock >= deadline, machine.processes[command]?.isRunning == true {
            isTimedOut = true
            endAll(&machine)
        }
        var messages = read(handles.output, as: .standardOutput, &machine)
        if handles.error != handles.output { messages += read(handles.error, as: .standardError, &machine) }
        guard let code = machine.processes[command]?.exitCode else { return messages }
        if !isDraining {
            isDraining = true
            // What a command leaves behind that has ended by itself goes on.
            if !isTimedOut, !isTerminated, let job { try? machine.setLimits(.breakawayOK, of: job, by: owner) }
            drainEnd = drainMilliseconds.map { machine.clock + $0 }
        }
        let isOver = drainEnd.map { machine.clock >= $0 } ?? false
        guard isAtEnd(handles.output, machine) && isAtEnd(handles.error, machine) || isOver
        else { return messages }
        isFinished = true
        closeInput(&machine)
        for handle in handles.outputs { machine.closeEnd(.reading, of: handle, by: owner) }
        messages.append(.exit(code: isTimedOut ? LaunchPlan.timeoutExitCode : code, timedOut: isTimedOut))
        return messages
    }

    private func read(
        _ handle: StandardHandle, as stream: RunnerStream, _ machine: inout SimulatedMachine
    ) -> [RunnerMessage] {
        guard case .stream(let number) = handle else { return [] }
        var messages: [RunnerMessage] = []
        while machine.streams[number]?.bytes.isEmpty == false,
            let bytes = try? machine.readStream(number, limit: RunnerFrame.outputChunk, by: owner)
        {
            messages.append(.output(stream, bytes))
        }
        return messages
    }

    private func isAtEnd(_ handle: StandardHandle, _ machine: SimulatedMachine) -> Bool {
        guard case .stream(let number) = handle else { return true }
        return machine.streams[number]?.isAtEnd ?? true
    }

    /// Lets the command read bytes; nothing happens when it does not read any more.
    mutating func write(_ bytes: [UInt8], _ machine: inout SimulatedMachine) {
        guard inputIsOpen, case .stream(let number) = handles.input else { return }
        do throws(CallError) {
            try machine.writeStream(bytes, to: number, by: owner)
        } catch {
            // A command that cannot read is told so, and what comes later is dropped.
            closeInput(&machine)
        }
    }

    /// Lets the command meet the end of its input.
    mutating func closeInput(_ machine: inout SimulatedMachine) {
        guard inputIsOpen else { return }
        inputIsOpen = false
        machine.closeEnd(.writing, of: handles.input, by: owner)
    }

    /// Ends the command and everything it started.
    mutating func terminate(_ machine: inout SimulatedMachine) {
        isTerminated = true
        endAll(&machine)
    }

    /// Ends the job, or the command alone where there is none.
    private func endAll(_ machine: inout SimulatedMachine) {
        if let job {
            try? machine.terminateJob(job, by: owner)
        } else {
            try? machine.terminate(command, by: owner)
        }
    }
}
