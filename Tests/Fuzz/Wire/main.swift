import CFuzz
import Glibc

/// Feeds both parsers of the setuid runner; what they accept must print and parse to itself.
var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(
    LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
        if let request = try? LaunchRequest(parsing: bytes) {
            precondition((try? LaunchRequest(parsing: request.encoded)) == request)
        }
        if let registry = try? Registry(parsing: bytes) {
            precondition((try? Registry(parsing: registry.encoded)) == registry)
        }
        return 0
    })
