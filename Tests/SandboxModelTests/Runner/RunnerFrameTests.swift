import SandboxModel
import Testing

struct RunnerFrameTests {
    @Test func lengthIsLittleEndian() throws {
        #expect(try RunnerFrame.encode([]) == [0, 0, 0, 0])
        #expect(try RunnerFrame.encode([7, 8]) == [2, 0, 0, 0, 7, 8])
        #expect(try RunnerFrame.encode([UInt8](repeating: 1, count: 0x1234)).prefix(4) == [0x34, 0x12, 0, 0])
    }

    /// Three frames cut into two pieces at every place arrive whole and in order.
    @Test func arrivesInPieces() throws {
        let bodies: [[UInt8]] = [[1, 2, 3], [], [9, 0, 0, 0, 9]]
        var stream: [UInt8] = []
        for body in bodies { stream += try RunnerFrame.encode(body) }
        for cut in 0...stream.count {
            var decoder = RunnerFrameDecoder()
            var received: [[UInt8]] = []
            for piece in [stream[..<cut], stream[cut...]] {
                decoder.append(piece)
                while let body = try decoder.next() { received.append(body) }
            }
            #expect(received == bodies, "cut at \(cut)")
            try decoder.finish()
        }
    }

    /// A stream that stops early says how many bytes are missing, at every place.
    @Test func endInsideAFrameIsAnError() throws {
        let stream = try RunnerFrame.encode([1, 2, 3])
        for count in 1..<stream.count {
            var decoder = RunnerFrameDecoder()
            decoder.append(stream[..<count])
            #expect(try decoder.next() == nil)
            let missing = count < 4 ? 4 - count : 7 - count
            #expect(throws: RunnerFrameError.truncated(missing: missing)) { try decoder.finish() }
        }
    }

    @Test func tooLongIsRefusedBeforeItArrives() {
        var decoder = RunnerFrameDecoder()
        decoder.append([1, 0, 0x80, 0])
        #expect(throws: RunnerFrameError.tooLong(RunnerFrame.maximumLength + 1)) { try decoder.next() }
        var largest = RunnerFrameDecoder()
        largest.append([0, 0, 0x80, 0])
        #expect(throws: Never.self) { try largest.next() }
        let body = [UInt8](repeating: 0, count: RunnerFrame.maximumLength + 1)
        #expect(throws: RunnerFrameError.tooLong(body.count)) { try RunnerFrame.encode(body) }
    }

    @Test func everyMessageHasATypeOfItsOwn() {
        let fromRunner: [RunnerMessage] = [
            .spawnReady(processIdentifier: 1), .output(.standardOutput, []), .exit(code: 0, timedOut: false),
            .error(stage: .spawnChild, message: "", systemError: nil),
        ]
        let toRunner: [RunnerMessage] = [
            .standardInput([]), .closeStandardInput, .terminate, .resize(rows: 1, columns: 1),
        ]
        #expect(Set((fromRunner + toRunner).map(\.type)).count == 8)
    }
}
