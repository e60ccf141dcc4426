/// Programs that read, and programs that wait.
extension Program {
    /// Whether everything was read; a program that has not, waits for more.
    static func hasRead(_ run: inout ProgramRun) -> Bool {
        if !run.inputIsAtEnd { run.pause = .input }
        return run.inputIsAtEnd
    }

    static func more(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        if let name = run.arguments.first {
            run.write(try machine.readFile(name, by: run.process))
            return
        }
        let hasRead = hasRead(&run)
        run.write(run.input)
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

/// Programs that look for lines and put them in order.
extension Program {
    /// The lines of the named files, or of what is read; nothing until everything was read.
    private static func lines(
        _ names: [String], _ machine: inout SimulatedMachine, _ run: inout ProgramRun
    ) throws(CallError) -> [String]? {
        var bytes = run.input
        if names.isEmpty {
            guard hasRead(&run) else { return nil }
        } else {
            bytes = []
            for name in names { bytes += try machine.readFile(name, by: run.process) }
        }
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }

    static func find(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        let words = run.arguments.filter { !$0.hasPrefix("/") }
        guard let text = words.first else { return run.fail("FIND: Parameter format not correct", 2) }
        guard let lines = try lines(Array(words.dropFirst()), &machine, &run) else { return }
        let ignoresCase = has("/i", run)
        let found = lines.filter { line in
            let isIn = ignoresCase ? contains(line.lowercased(), text.lowercased()) : contains(line, text)
            return isIn != has("/v", run)
        }
        if has("/c", run) { run.print("\(found.count)") } else { for line in found { run.print(line) } }
        run.code = found.isEmpty ? 1 : 0
    }

    /// Whether a text lies in another one, byte by byte.
    private static func contains(_ line: String, _ text: String) -> Bool {
        let (line, text) = (Array(line.utf8), Array(text.utf8))
        guard line.count >= text.count else { return false }
        return (0...(line.count - text.count)).contains { line[$0..<($0 + text.count)].elementsEqual(text) }
    }

    static func sort(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        let names = run.arguments.filter { !$0.hasPrefix("/") }
        guard let lines = try lines(names, &machine, &run) else { return }
        let sorted = lines.sorted { $0.lowercased() < $1.lowercased() }
        for line in has("/r", run) ? sorted.reversed() : sorted { run.print(line) }
    }
}
