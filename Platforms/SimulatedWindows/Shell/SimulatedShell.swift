internal import ModelFamilies
internal import WindowsSecurity

/// A prompt of the simulated machine: command lines that a Windows administrator knows, run in the name of one process.
///
/// Besides what Windows knows it has `why`, which explains the last failure, `fork` and `back`, which keep a state of the machine
/// and return to it, and `consent`, which answers the next question for elevation.
public final class SimulatedShell {
    /// The machine.
    public let host: SimulatedHost
    /// In whose name the lines are run.
    public let process: ProcessIdentifier
    /// The states that `fork` kept, the last one on top.
    private var kept: [SimulatedMachine] = []

    /// Makes a prompt.
    ///
    /// - Parameters:
    ///   - host: the machine.
    ///   - process: in whose name the lines are run.
    public init(host: SimulatedHost, process: ProcessIdentifier) {
        self.host = host
        self.process = process
    }

    /// What stands in front of a line: the working directory.
    public var prompt: String {
        (host.machine.processes[process]?.workingDirectory.description ?? "") + ">"
    }

    /// Whether lines can still be run.
    public var isRunning: Bool { host.machine.processes[process]?.isRunning == true }

    /// What a line asks its reader for before it runs: the password of `runas`.
    ///
    /// - Parameter line: the command line.
    /// - Returns: whether the next line of input belongs to it.
    public static func wantsInput(_ line: String) -> Bool { CommandLine.words(line).first?.lowercased() == "runas" }

    /// Runs a line.
    ///
    /// - Parameters:
    ///   - line: the command line.
    ///   - input: what its commands read.
    /// - Returns: what the commands print, with plain line ends, and 0 or the number of the last one's error.
    public func run(_ line: String, input: String = "") -> (output: String, code: UInt32) {
        let words = CommandLine.words(line).map { $0.lowercased() }
        switch words {
        case ["why"]: return (why(), 0)
        case ["fork"]:
            kept.append(host.machine)
            return ("state \(kept.count) kept\n", 0)
        case ["back"]:
            guard let machine = kept.popLast() else { return ("no state was kept\n", 1) }
            host.machine = machine
            return ("back in state \(kept.count + 1)\n", 0)
        case ["consent", "yes"], ["consent", "no"]:
            host.machine.answerConsent(words[1] == "yes" ? .approve : .refuse)
            return ("", 0)
        default: break
        }
        let result = host.machine.runLine(line, input: Array(input.utf8), mergesErrors: true, by: process)
        return (Self.text(result.output), UInt32(bitPattern: result.code))
    }

    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.filter { $0 != 0x0D }, as: UTF8.self)
    }

    private func why() -> String {
        guard let failure = host.machine.lastFailure else { return "nothing has failed\n" }
        guard let check = failure.check else { return "\(failure.error)\nno access check was part of it\n" }
        let question = WhyQuestion(
            descriptor: check.descriptor, token: check.token, type: check.type, request: check.request)
        let report = WhyReport(question)
        var text = "\(failure.error)\n\(check.object): \(check.descriptor.sddl())\n\(report.text)"
        if report.isGranted {
            text +=
                check.type.name == "FilterCondition"
                ? "the condition holds, so it blocks\n"
                : "the list grants it: an attribute, another handle or the directory refused\n"
        }
        return text
    }
}
