extension SimulatedMachine {
    /// When a process goes on by itself; nothing when none does.
    var nextWake: UInt64? {
        processes.values.lazy.compactMap { process -> UInt64? in
            guard process.isRunning, case .program(let run) = process.activity?.command?.carrier,
                case .until(let moment) = run.pause
            else { return nil }
            return moment
        }.min()
    }

    /// Carries out everything that can go on at this moment.
    mutating func settle() {
        depth += 1
        defer { depth -= 1 }
        var goesOn = true
        while goesOn {
            goesOn = false
            for identifier in processes.keys.sorted() where carryOn(identifier) { goesOn = true }
        }
    }

    /// Carries on with what one process does.
    ///
    /// - Returns: whether anything was done.
    private mutating func carryOn(_ identifier: ProcessIdentifier) -> Bool {
        guard processes[identifier]?.isRunning == true, var activity = processes[identifier]?.activity else {
            return false
        }
        var wentOn = false
        while processes[identifier]?.isRunning == true, carryOn(&activity, of: identifier) { wentOn = true }
        guard processes[identifier]?.isRunning == true else { return true }
        processes[identifier]?.activity = activity
        guard activity.isDone, activity.endsProcess else { return wentOn }
        end(identifier, code: activity.code)
        return true
    }

    /// One step: a program, the end of a child, or the next statement.
    private mutating func carryOn(_ activity: inout Activity, of identifier: ProcessIdentifier) -> Bool {
        guard var command = activity.command else { return beginNext(&activity, of: identifier) }
        switch command.carrier {
        case .child(let child):
            guard let code = processes[child]?.exitCode else { return false }
            finish(command, code: code, &activity, of: identifier)
        case .program(var run):
            guard isReady(run, command.handles) else { return false }
            execute(&run, command.handles)
            guard run.pause == nil else {
                command.carrier = .program(run)
                activity.command = command
                return true
            }
            finish(command, code: run.code, &activity, of: identifier)
            if run.exits {
                activity.statements = []
                activity.readsLines = false
            }
        }
        return true
    }

    private func isReady(_ run: ProgramRun, _ handles: StandardHandles) -> Bool {
        switch run.pause {
        case nil: true
        case .until(let moment): clock >= moment
        case .child(let child): processes[child]?.isRunning != true
        case .input:
            switch handles.input {
            case .stream(let number): streams[number].map { !$0.bytes.isEmpty || $0.isAtEnd } ?? true
            case .none, .file: true
            }
        }
    }

    /// Carries out a program until it ends or pauses, and delivers what it wrote.
    private mutating func execute(_ run: inout ProgramRun, _ handles: StandardHandles) {
        if run.pause == .input { read(into: &run, from: handles.input) }
        if run.pause != nil { run.round += 1 }
        run.pause = nil
        run.handles = handles
        do throws(CallError) {
            try Program.body(of: run.name)?(&self, &run)
        } catch {
            run.fail(error.code.message, Int32(bitPattern: error.code.rawValue))
        }
        for chunk in run.written { deliver(chunk.bytes, to: chunk.isError ? handles.error : handles.output) }
        run.written = []
    }

    private mutating func read(into run: inout ProgramRun, from handle: StandardHandle) {
        switch handle {
        case .none: run.inputIsAtEnd = true
        case .file(let identifier):
            if let handle = handles[identifier] { run.input += files.content(of: handle.file).data }
            run.inputIsAtEnd = true
        case .stream(let number):
            run.input += streams[number]?.bytes ?? []
            streams[number]?.bytes = []
            run.inputIsAtEnd = streams[number]?.isAtEnd ?? true
        }
    }

    /// Writes what a program wrote to where its handle leads; nobody who does not read it is told.
    mutating func deliver(_ bytes: [UInt8], to handle: StandardHandle) {
        guard !bytes.isEmpty else { return }
        switch handle {
        case .none: break
        case .stream(let number):
            if streams[number]?.readers.isEmpty == false { streams[number]?.bytes += bytes }
        case .file(let identifier): writeAtPosition(bytes, identifier)
        }
    }

    /// Closes what was opened for a command, and goes on to the next one of its pipe.
    private mutating func finish(
        _ command: RunningCommand, code: Int32, _ activity: inout Activity, of identifier: ProcessIdentifier
    ) {
        for handle in command.opened { release(handle) }
        if let pipe = command.pipe { releaseStream(.writing, of: pipe, by: identifier) }
        if let source = command.source { releaseStream(.reading, of: source, by: identifier) }
        activity.code = code
        activity.command = nil
        guard !command.following.isEmpty else { return }
        begin(command.following, reading: command.pipe, &activity, of: identifier)
    }
}
