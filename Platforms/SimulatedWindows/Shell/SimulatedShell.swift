/// A prompt of the simulated machine: command lines that a Windows administrator knows, run in the name of one process.
public struct SimulatedShell {
    /// The machine.
    public let host: SimulatedHost
    /// In whose name the lines are run.
    public let process: ProcessIdentifier

    /// Makes a prompt.
    ///
    /// - Parameters:
    ///   - host: the machine.
    ///   - process: in whose name the lines are run.
    public init(host: SimulatedHost, process: ProcessIdentifier) {
        self.host = host
        self.process = process
    }

    /// Runs a line.
    ///
    /// - Parameter line: the command line; `cmd /c` in front of it is left out.
    /// - Returns: what the command prints, and 0 or the number of its error.
    public func run(_ line: String) -> (output: String, code: UInt32) {
        var words = Self.words(line)
        if words.count >= 2, ["cmd", "cmd.exe"].contains(words[0].lowercased()), words[1].lowercased() == "/c" {
            words.removeFirst(2)
        }
        guard let name = words.first?.lowercased() else { return ("", 0) }
        do throws(CallError) {
            guard let output = try run(name, Array(words.dropFirst())) else {
                return ("'\(words[0])' is not recognized as an internal or external command.\n", 9009)
            }
            return (output, 0)
        } catch {
            return ("\(Self.message(error.code))\n\(error)\n", error.code.rawValue)
        }
    }

    private func run(_ name: String, _ words: [String]) throws(CallError) -> String? {
        switch (name, words.count) {
        case ("echo", _): try echo(words)
        case ("type", 1):
            String(decoding: try host.machine.readFile(words[0], by: process), as: UTF8.self) + "\n"
        case ("dir", 0...1): try directory(words.first ?? ".")
        case ("del", 1), ("rmdir", 1):
            try done { machine throws(CallError) in try machine.delete(words[0], by: process) }
        case ("mkdir", 1), ("md", 1):
            try done { machine throws(CallError) in try machine.makeDirectory(words[0], by: process) }
        case ("move", 2), ("ren", 2):
            try done { machine throws(CallError) in try machine.rename(words[0], to: words[1], by: process) }
        case ("copy", 2):
            try done { machine throws(CallError) in
                try machine.writeFile(words[1], try machine.readFile(words[0], by: process), by: process)
            }
        case ("mklink", 2...3): try link(words)
        case ("curl", 1), ("ping", 1): try reach(words[0], isMessage: name == "ping")
        case ("icacls", 1): try list(words[0])
        case ("whoami", 0...1): whoAmI(isLong: !words.isEmpty)
        case ("net", 1...2): net(words)
        case ("netsh", _): rules()
        case ("tasklist", 0): tasks()
        case ("why", 0): why()
        default: nil
        }
    }

    private func done(_ body: (inout SimulatedMachine) throws(CallError) -> Void) throws(CallError) -> String {
        try body(&host.machine)
        return ""
    }

    private func echo(_ words: [String]) throws(CallError) -> String {
        guard let index = words.firstIndex(where: { $0 == ">" || $0 == ">>" }), index + 1 < words.count else {
            return words.joined(separator: " ") + "\n"
        }
        let text = Array((words[..<index].joined(separator: " ") + "\r\n").utf8)
        if words[index] == ">" {
            try host.machine.writeFile(words[index + 1], text, by: process)
        } else {
            try host.machine.appendFile(words[index + 1], text, by: process)
        }
        return ""
    }

    private func link(_ words: [String]) throws(CallError) -> String {
        let names = words.suffix(2).map(\.self)
        switch words.count == 3 ? words[0].lowercased() : "" {
        case "/j": try host.machine.makeLink(names[0], to: .junction(names[1]), isDirectory: true, by: process)
        case "/h": try host.machine.makeHardLink(names[0], to: names[1], by: process)
        default:
            try host.machine.makeLink(
                names[0], to: .symbolicLink(names[1]), isDirectory: words.count == 3, by: process)
        }
        return "link created for \(names[0]) <<===>> \(names[1])\n"
    }

    private func reach(_ name: String, isMessage: Bool) throws(CallError) -> String {
        var address = NetworkAddress(name)
        if address == nil { address = try host.machine.resolve(name, by: process).first }
        guard let first = address else { throw CallError(.hostNotFound, "getaddrinfo", name) }
        let transport: TransportProtocol = isMessage ? (first.isVersion6 ? .icmp6 : .icmp) : .tcp
        try host.machine.connect(to: first, port: isMessage ? 0 : 443, over: transport, by: process)
        return isMessage ? "Reply from \(first)\n" : "connected to \(first):443\n"
    }

    /// Words by blanks; quotation marks keep blanks, and `>` stands alone.
    static func words(_ line: String) -> [String] {
        var words: [String] = []
        var word = ""
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case " " where !isQuoted:
                if !word.isEmpty { words.append(word) }
                word = ""
            case ">" where !isQuoted:
                if !word.isEmpty { words.append(word) }
                word = ""
                if words.last == ">" { words[words.count - 1] = ">>" } else { words.append(">") }
            default: word.append(character)
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static func message(_ code: Win32Error) -> String {
        switch code {
        case .accessDenied: "Access is denied."
        case .fileNotFound: "The system cannot find the file specified."
        case .pathNotFound: "The system cannot find the path specified."
        case .sharingViolation:
            "The process cannot access the file because it is being used by another process."
        case .socketAccessDenied: "An attempt was made to access a socket in a way forbidden by its access permissions."
        case .alreadyExists, .fileExists: "Cannot create a file when that file already exists."
        case .directoryNotEmpty: "The directory is not empty."
        case .invalidName: "The filename, directory name, or volume label syntax is incorrect."
        case .privilegeNotHeld: "A required privilege is not held by the client."
        default: "The command failed."
        }
    }
}
