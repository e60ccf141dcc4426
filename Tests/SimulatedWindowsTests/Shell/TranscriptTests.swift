import Foundation
import SandboxModel
import SimulatedWindows
import Testing

/// The transcripts in Fixtures/machines: what is typed at a prompt, and what it answers.
struct TranscriptTests {
    /// One transcript: whose prompt it is, the lines that are typed, and everything that is to be seen.
    struct Transcript: CustomTestStringConvertible {
        var name: String
        var place = "alice"
        var exchanges: [(line: String, input: String, answer: String)] = []

        var testDescription: String { name }

        /// Reads a file: `#` whose prompt it is, `>` a line that is typed, `<` what its command reads, all else the answer.
        init(name: String, text: String) {
            self.name = name
            for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
                if exchanges.isEmpty, line.hasPrefix("# ") {
                    place = String(line.dropFirst(2))
                } else if line.hasPrefix("> ") {
                    exchanges.append((String(line.dropFirst(2)), "", ""))
                } else if line.hasPrefix("< ") {
                    exchanges[exchanges.count - 1].input += line.dropFirst(2) + "\n"
                } else if !exchanges.isEmpty {
                    exchanges[exchanges.count - 1].answer += line + "\n"
                }
            }
        }
    }

    private static let directory = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/machines")

    static let transcripts: [Transcript] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
        return names.filter { $0.hasSuffix(".transcript") }.sorted().compactMap { name in
            (try? String(contentsOf: directory.appending(path: name), encoding: .utf8)).map {
                Transcript(name: name, text: $0)
            }
        }
    }()

    /// The prompt a transcript was written at: a person's, or that of a command in the sandbox of a design.
    private func shell(_ place: String) throws -> SimulatedShell {
        let (machine, alice) = try SimulatedMachine.workstation()
        if place == "alice" { return SimulatedShell(host: SimulatedHost(machine, user: alice), process: alice) }
        let stage = try Stage(place == "windows-elevated" ? .elevatedOnWindows : .unelevatedOnWindows)
        return SimulatedShell(host: stage.host, process: try stage.start(command: ["cmd.exe"]).process)
    }

    @Test func thereAreTranscripts() { #expect(Self.transcripts.count >= 4) }

    @Test(arguments: transcripts) func answersAsWritten(transcript: Transcript) throws {
        let shell = try shell(transcript.place)
        for exchange in transcript.exchanges {
            var output = shell.run(exchange.line, input: exchange.input).output
            if !output.isEmpty, !output.hasSuffix("\n") { output += "\n" }
            #expect(output == exchange.answer, "\(exchange.line)")
        }
    }
}
