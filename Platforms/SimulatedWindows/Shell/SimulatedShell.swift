internal import WindowsSecurity

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
    /// - Parameters:
    ///   - line: the command line; besides what Windows knows, `why` says why the last call failed.
    ///   - input: what its commands read.
    /// - Returns: what the commands print, with plain line ends, and 0 or the number of the last one's error.
    public func run(_ line: String, input: String = "") -> (output: String, code: UInt32) {
        let words = CommandLine.words(line)
        if words.count == 1, words[0].lowercased() == "why" { return (why(), 0) }
        let result = host.machine.runLine(line, input: Array(input.utf8), by: process)
        let text = Self.text(result.output + result.errors)
        return (text, UInt32(bitPattern: result.code))
    }

    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.filter { $0 != 0x0D }, as: UTF8.self)
    }

    private func why() -> String {
        guard let failure = host.machine.lastFailure else { return "nothing has failed\n" }
        guard let check = failure.check else { return "\(failure.error)\nno access check was part of it\n" }
        var text = "\(failure.error)\n\(check.object): \(check.descriptor.sddl())\n"
        for step in check.derivation.steps {
            text += "  \(step.pass.rawValue): \(step.kind)"
            if let index = step.entryIndex { text += " entry \(index)" }
            text += " \(step.bits), still wanted \(step.remaining)\n"
        }
        return text
    }
}
