import SimulatedWindows
import Testing

/// The number of the error a call ends with; 0 when it succeeds.
func code(_ body: () throws -> Void) -> UInt32 {
    do {
        try body()
        return 0
    } catch let error as CallError {
        return error.code.rawValue
    } catch {
        Issue.record("not an error of a call: \(error)")
        return .max
    }
}

/// The bytes of a text.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
