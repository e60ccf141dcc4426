/// Programs that read, and programs that wait.
extension Program {
    /// Whether everything was read; a program that has not, waits for more.
    static func hasRead(_ run: inout ProgramRun) -> Bool {
        if !run.inputIsAtEnd { run.pause = .input }
        return run.inputIsAtEnd
    }

    static func more(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        if let name = run.arguments.first {
            run.output += try machine.readFile(name, by: run.process)
            return
        }
        let hasRead = hasRead(&run)
        run.output += run.input
        run.input = []
        if hasRead { run.pause = nil }
    }

    static func timeout(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        guard run.round == 0 else { return run.print() }
        guard let text = run.arguments.last, let seconds = UInt64(text), seconds <= 99_999 else {
            return run.fail("ERROR: Invalid value for timeout (/T) specified. Valid range is -1 to 99999.", 1)
        }
        run.write("Waiting for \(seconds) seconds, press a key to continue ...")
        run.pause = .until(machine.clock + seconds * 1000)
    }
}
