public import SandboxModel

/// What the runner said on its outcome descriptor; `docs/decisions/0001-launch-contract.md`, "The outcome".
public enum RunnerReport: Equatable, Sendable {
    /// The command ran.
    case ended(CommandOutcome)
    /// A layer could not be put in force, and the command did not run.
    case failed(layer: String, systemError: Int32, text: String)
    /// The runner was killed before it could speak.
    case silent

    /// The most bytes of a report.
    public static let longest = 65536

    /// Reads a report.
    ///
    /// - Parameter bytes: everything from the outcome descriptor.
    /// - Throws: `WireError` when the bytes are not one of the contract's lines.
    public init(parsing bytes: [UInt8]) throws(WireError) {
        guard !bytes.isEmpty else {
            self = .silent
            return
        }
        guard bytes.count <= RunnerReport.longest else { throw WireError(.tooLong, at: RunnerReport.longest) }
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { throw WireError(.truncated, at: bytes.count) }
        guard end == bytes.count - 1 else { throw WireError(.trailing, at: end + 1) }
        let words = bytes[..<end].split(separator: UInt8(ascii: " "), maxSplits: 3, omittingEmptySubsequences: false)
        let keyword = String(decoding: words[0], as: UTF8.self)
        switch (keyword, words.count) {
        case ("timed-out", 1): self = .ended(.timedOut)
        case ("exited", 2): self = .ended(.exited(try Self.number(words[1], atMost: 255)))
        case ("signaled", 2): self = .ended(.signaled(try Self.number(words[1], atMost: 64)))
        case ("failed", 3...):
            guard !words[1].isEmpty else { throw WireError(.word, at: words[1].startIndex) }
            self = .failed(
                layer: String(decoding: words[1], as: UTF8.self),
                systemError: try Self.number(words[2], atMost: 4095),
                text: words.count > 3 ? String(decoding: words[3], as: UTF8.self) : "")
        default: throw WireError(.unknownField, at: 0)
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>, atMost limit: Int32) throws(WireError) -> Int32 {
        guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy({ (0x30...0x39).contains($0) }),
            let value = Int32(String(decoding: digits, as: UTF8.self)), value <= limit
        else { throw WireError(.number, at: digits.startIndex) }
        return value
    }
}
