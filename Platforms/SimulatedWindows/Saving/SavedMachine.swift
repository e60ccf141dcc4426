internal import JSON
internal import WindowsSecurity

/// A whole machine as a file keeps it: how it began, and every call since.
///
/// The calls alone make the machine again, to the bit and with its log; so a file can hold no state that calls could not have
/// brought about.
public struct SavedMachine: Equatable, Sendable {
    /// The machine.
    public var machine: SimulatedMachine
    /// The shell of the person who works on it.
    public var user: ProcessIdentifier

    /// The number of the form of the file.
    private static let format = 1

    /// Makes a saved machine.
    ///
    /// - Parameters:
    ///   - machine: the machine.
    ///   - user: the shell of the person who works on it.
    public init(_ machine: SimulatedMachine, user: ProcessIdentifier) {
        self.machine = machine
        self.user = user
    }

    /// What a file holds.
    private struct Content: Codable {
        var format: Int
        var name: String
        var seed: UInt64
        var questions: OpenQuestions
        var user: ProcessIdentifier
        var calls: [MachineCall] = []
    }
}

extension SavedMachine {
    /// The file: JSON in UTF-8, each call on a line of its own; the same machine gives the same bytes.
    public var bytes: [UInt8] {
        var output: [UInt8] = []
        let beginning = Content(
            format: Self.format, name: machine.name, seed: machine.seed, questions: machine.questions, user: user)
        // None of these values refuses to be written.
        try? JSONEncoding.write(beginning, to: &output)
        // The calls go between the brackets at the end.
        output.removeLast(2)
        output.append(0x0A)
        for index in 0..<machine.callCount {
            if index > 0 { output += ",\n".utf8 }
            try? JSONEncoding.write(machine.log[index], to: &output)
        }
        output += "\n]}\n".utf8
        return output
    }

    /// Makes the machine of a file.
    ///
    /// - Parameter json: what the file holds.
    /// - Throws: ``MachineFileError`` with the place, not yet found in the text.
    init(_ json: JSONValue) throws(MachineFileError) {
        let content: Content = try JSONDecoding.value(Content.self, of: json)
        guard content.format == Self.format else { throw MachineFileError(.value, JSONPath([.member("format")])) }
        machine = SimulatedMachine(name: content.name, seed: content.seed, questions: content.questions)
        user = content.user
        machine.replay(content.calls)
        guard machine.processes[user]?.isRunning == true else {
            throw MachineFileError(.value, JSONPath([.member("user")]))
        }
    }
}
