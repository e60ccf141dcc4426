import CFuzz
import Glibc

/// Parsers that libFuzzer feeds, each by its name.
public protocol FuzzedParser: RawRepresentable, Sendable where RawValue == String {
    /// Parses; what is wrong ends the process.
    func feed(_ bytes: [UInt8])
}

extension FuzzedParser {
    /// Hands the process to libFuzzer.
    ///
    /// The parser is named by the environment, `PARSER`: the words of the command line belong to libFuzzer.
    public static func run() -> Never {
        guard let name = getenv("PARSER"), let parser = Self(rawValue: String(cString: name)) else {
            fatalError("PARSER names no parser")
        }
        chosen = { parser.feed($0) }
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        exit(
            LLVMFuzzerRunDriver(&count, &arguments) { start, count in
                chosen([UInt8](UnsafeBufferPointer(start: start, count: count)))
                return 0
            })
    }
}

/// What the driver calls; a function of C carries nothing along.
nonisolated(unsafe) private var chosen: @Sendable ([UInt8]) -> Void = { _ in }
