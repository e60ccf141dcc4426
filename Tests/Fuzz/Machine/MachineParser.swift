import FuzzDriver
import SandboxModel
import SimulatedWindows

/// The readers of the simulated machine; what they take must be written and read as itself.
enum MachineParser: String, FuzzedParser {
    /// A machine file, of either kind.
    case machine
    /// The calls of a saved machine; what comes before them is given, so that every input gets as far.
    case calls
    /// The pipe of a command runner.
    case frames

    func feed(_ bytes: [UInt8]) {
        switch self {
        case .machine: Self.load(bytes)
        case .calls:
            let beginning = #"{"format":1,"name":"A","seed":1,"questions":{},"user":4,"calls":[{"formatDrive":["C"#
            Self.load(Array(beginning.utf8) + Array(#"",true,true]},"#.utf8) + bytes + Array("]}".utf8))
        case .frames: Self.decode(bytes)
        }
    }

    private static func load(_ bytes: [UInt8]) {
        do throws(MachineFileError) {
            let saved = try SavedMachine(parsing: bytes)
            let written = saved.bytes
            guard let again = try? SavedMachine(parsing: written) else { preconditionFailure("it is not taken back") }
            precondition(again == saved && again.bytes == written)
        } catch {
            precondition((0...bytes.count).contains(error.offset) && error.line >= 1 && error.column >= 1)
        }
    }

    /// The bytes arrive at once, and one by one; both give the same messages and the same error.
    private static func decode(_ bytes: [UInt8]) {
        let whole = messages(of: [bytes[...]])
        precondition(whole == messages(of: bytes.indices.map { bytes[$0...$0] }))
        for message in whole.messages {
            guard let frame = try? message.frame() else { preconditionFailure("it cannot be written") }
            precondition(messages(of: [frame[...]]).messages == [message])
        }
    }

    private struct Conversation: Equatable {
        var messages: [RunnerMessage] = []
        var error: RunnerMessageError?
    }

    private static func messages(of pieces: [ArraySlice<UInt8>]) -> Conversation {
        var conversation = Conversation()
        var decoder = RunnerFrameDecoder()
        do throws(RunnerMessageError) {
            for piece in pieces {
                decoder.append(piece)
                while let body = try next(&decoder) {
                    conversation.messages.append(
                        try RunnerMessage(body: body, isFirst: conversation.messages.isEmpty))
                }
            }
        } catch {
            conversation.error = error
        }
        return conversation
    }

    private static func next(_ decoder: inout RunnerFrameDecoder) throws(RunnerMessageError) -> [UInt8]? {
        do throws(RunnerFrameError) { return try decoder.next() } catch { throw .frame(error) }
    }
}
