import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Invariant {
    /// Section 10.9 of the record: the runner's protocol.
    static let protocols = [
        Invariant("V147", "a frame of more than 8 MiB is refused by its length alone") { _ in
            var decoder = RunnerFrameDecoder()
            decoder.append([0x01, 0x00, 0x80, 0x00])
            do throws(RunnerFrameError) {
                _ = try decoder.next()
                return Answer(false)
            } catch {
                return Answer(error == .tooLong(8_388_609), "\(error)")
            }
        },
        Invariant("V152", "a command that nobody writes to meets the end of its input at once") { stage in
            var session = try stage.open("more & echo done", input: false)
            let messages = session.wait(0)
            return Answer(messages.last == .exit(code: 0, timedOut: false), "\(messages)")
        },
        Invariant("V154", "long output arrives whole and in order, in frames of at most 8192 bytes") { stage in
            let content = (0..<50_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
            try stage.host.machine.writeFile(Place.root + "long", content, by: stage.host.user)
            var session = try stage.open("type long")
            let chunks = session.wait(1000).compactMap { message -> [UInt8]? in
                if case .output(.standardOutput, let bytes) = message { bytes } else { nil }
            }
            return Answer(
                chunks.flatMap(\.self) == content && chunks.count == 7 && chunks.allSatisfy { $0.count <= 8192 })
        },
        Invariant(
            "V155", "a caller can tell a denied operation from an ordinary failure",
            .fails(because: "'Access is denied.' with code 5 is taken for an ordinary failure")
        ) { stage in
            var session = try stage.open(#"echo x> ..\..\bob\new"#)
            let captured = try session.capture()
            let text = String(decoding: captured.output + captured.errors, as: UTF8.self)
            let said = String(text.prefix { !$0.isNewline })
            return Answer(
                DenialGuess.isLikely(code: captured.code, output: text),
                "'\(said)' with code \(captured.code) is taken for an ordinary failure")
        },
    ]
}
