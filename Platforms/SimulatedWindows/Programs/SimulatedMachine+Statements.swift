internal import WindowsSecurity

extension SimulatedMachine {
    /// Begins the next statement, or reads the next line.
    mutating func beginNext(_ activity: inout Activity, of identifier: ProcessIdentifier) -> Bool {
        while !activity.statements.isEmpty {
            let statement = activity.statements.removeFirst()
            if statement.link == .onSuccess, activity.code != 0 { continue }
            if statement.link == .onFailure, activity.code == 0 { continue }
            begin(statement.stages, reading: nil, &activity, of: identifier)
            return true
        }
        return activity.readsLines && readLine(&activity, of: identifier)
    }

    /// An interpreter without a command reads its standard input line by line.
    private mutating func readLine(_ activity: inout Activity, of identifier: ProcessIdentifier) -> Bool {
        guard case .stream(let number) = processes[identifier]?.standardHandles.input, let stream = streams[number]
        else {
            activity.readsLines = false
            return true
        }
        let line: [UInt8]
        if let end = stream.bytes.firstIndex(of: 0x0A) {
            line = Array(stream.bytes[..<end])
            streams[number]?.bytes.removeSubrange(...end)
        } else {
            guard stream.writers.isEmpty else { return false }
            line = stream.bytes
            streams[number]?.bytes = []
            activity.readsLines = false
        }
        let text = String(decoding: line.last == 0x0D ? line.dropLast() : line[...], as: UTF8.self)
        activity.statements = statements(of: text, for: identifier)
        return true
    }

    /// Takes a line apart, its variables replaced; a line that cannot be taken apart complains when it is carried out.
    func statements(of line: String, for identifier: ProcessIdentifier) -> [CommandLine.Statement] {
        do throws(CommandLineError) {
            return try CommandLine(parsing: expandVariables(in: line, of: identifier)).statements
        } catch {
            let stage = CommandLine.Stage(text: "\(Self.syntaxError) \(error.token)")
            return [CommandLine.Statement(link: .always, stages: [stage])]
        }
    }

    /// The command that a line without sense is replaced by; no name of a program begins with a colon.
    static var syntaxError: String { ":syntax" }

    /// Begins a command, the first of some joined by pipes.
    mutating func begin(
        _ stages: [CommandLine.Stage], reading source: UInt32?, _ activity: inout Activity,
        of identifier: ProcessIdentifier
    ) {
        guard let stage = stages.first, let own = processes[identifier]?.standardHandles else { return }
        let following = Array(stages.dropFirst())
        var handles = own
        if let source { handles.input = .stream(source) }
        let pipe = following.isEmpty ? nil : makeStream(readers: [identifier], writers: [identifier])
        if let pipe { handles.output = .stream(pipe) }
        var command = RunningCommand(
            carrier: .program(ProgramRun(process: identifier, name: "", tail: "")), handles: handles, pipe: pipe,
            source: source, following: following)
        do throws(CallError) {
            for redirection in stage.redirections { try redirect(redirection, &command, of: identifier) }
            command.carrier = try carrier(of: stage.text, &command, &activity, of: identifier)
        } catch {
            var run = ProgramRun(process: identifier, name: "rem", tail: "")
            run.fail(error.code.message, Int32(bitPattern: error.code.rawValue))
            command.carrier = .program(run)
        }
        activity.command = command
    }

    private mutating func redirect(
        _ redirection: CommandLine.Redirection, _ command: inout RunningCommand, of identifier: ProcessIdentifier
    ) throws(CallError) {
        let target: StandardHandle
        switch redirection.target {
        case .handle(let number): target = command.handles[number]
        case .file(let name), .end(let name):
            let request: OpenRequest
            if redirection.handle == 0 {
                request = OpenRequest(name, access: .genericRead)
            } else if case .end = redirection.target {
                request = OpenRequest(name, access: [.fileAppendData, .synchronize], disposition: .openAlways)
            } else {
                request = OpenRequest(name, access: .genericWrite, disposition: .createAlways)
            }
            let handle = try open(request, by: identifier)
            command.opened.append(handle)
            target = .file(handle)
        }
        command.handles[redirection.handle] = target
    }

    /// What carries a command out: the process itself, a process of its own, or the lines of a batch file.
    private mutating func carrier(
        of text: String, _ command: inout RunningCommand, _ activity: inout Activity,
        of identifier: ProcessIdentifier
    ) throws(CallError) -> RunningCommand.Carrier {
        let (name, tail) = Self.split(text)
        let run = ProgramRun(process: identifier, name: name.lowercased(), tail: tail)
        if name.isEmpty || Program.builtIn[run.name] != nil { return .program(run) }
        guard let path = findProgram(name, for: identifier) else {
            var unknown = ProgramRun(process: identifier, name: "rem", tail: "")
            unknown.fail(
                "'\(name)' is not recognized as an internal or external command,\r\noperable program or batch file.",
                9009)
            return .program(unknown)
        }
        if path.lowercased().hasSuffix(".bat") || path.lowercased().hasSuffix(".cmd") {
            let lines = String(decoding: try readFile(path, by: identifier), as: UTF8.self)
            let statements = lines.split(whereSeparator: \.isNewline).flatMap { line in
                self.statements(of: String(line.drop { $0 == "@" }), for: identifier)
            }
            activity.statements.insert(contentsOf: statements, at: 0)
            return .program(ProgramRun(process: identifier, name: "rem", tail: ""))
        }
        let start = ProcessStart(
            image: path, commandLine: name + (tail.isEmpty ? "" : " " + tail), handles: command.handles,
            isCarriedOut: true)
        let child = try createProcess(start, by: identifier)
        // The child holds the writing end now; the reader shall meet the end when the child does.
        if let pipe = command.pipe { releaseStream(.writing, of: pipe, by: identifier) }
        return .child(child)
    }

    /// The name of a command and what is behind it; `cd..` and `dir/x` need no blank.
    static func split(_ text: String) -> (name: String, tail: String) {
        guard !text.hasPrefix(":"), let first = text.first, first != "\"" else {
            let isQuoted = text.hasPrefix("\"")
            let end = isQuoted ? text.dropFirst().firstIndex(of: "\"") : text.firstIndex(of: " ")
            guard let end else { return (text.filter { $0 != "\"" }, "") }
            let name = text[(isQuoted ? text.index(after: text.startIndex) : text.startIndex)..<end]
            return (String(name), trimmed(text[text.index(after: end)...]))
        }
        let end = text.firstIndex { $0.isWhitespace || ",;=\"".contains($0) } ?? text.endIndex
        let name = text[..<end]
        if let cut = name.firstIndex(where: { "/.\\:".contains($0) }), cut > name.startIndex,
            Program.builtIn[name[..<cut].lowercased()] != nil
        {
            // `echo.` prints a line even when nothing is behind it.
            if name[..<cut].lowercased() == "echo" { return ("echo.", String(text[text.index(after: cut)...])) }
            return (String(name[..<cut]), trimmed(text[cut...]))
        }
        return (String(name), trimmed(text[end...]))
    }

    private static func trimmed(_ text: Substring) -> String { String(text.drop { $0 == " " || $0 == "\t" }) }
}
