import SandboxModel

/// Walks over the words of one command.
///
/// A parser of our own because the start of the program counts: a general one brings more code with it than everything else,
/// and takes longer to start than the sandbox takes to build.
struct OptionReader {
    /// One step of the walk.
    enum Word: Equatable {
        /// `--name`, or `--name=value`.
        case option(String, attached: String?)
        /// Anything else.
        case operand(String)
    }

    private var words: ArraySlice<String>
    private let command: String

    /// Starts.
    ///
    /// - Parameters:
    ///   - words: the words after the command's name.
    ///   - command: the command's name.
    init(_ words: ArraySlice<String>, of command: String) {
        self.words = words
        self.command = command
    }

    /// Whether the user asks for help anywhere.
    var wantsHelp: Bool { words.contains("--help") || words.contains("-h") }

    /// The next word, or nothing at the end.
    mutating func next() -> Word? {
        guard let word = words.popFirst() else { return nil }
        guard word.utf8.first == UInt8(ascii: "-"), word.utf8.count > 1 else { return .operand(word) }
        guard let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")) else { return .option(word, attached: nil) }
        return .option(String(word[..<equals]), attached: String(word[word.utf8.index(after: equals)...]))
    }

    /// The value of the option that was read last.
    mutating func value(of option: String, attached: String?) throws(CommandFailure) -> String {
        if let attached { return attached }
        guard let word = words.popFirst() else {
            throw CommandFailure(.usage, "\(option) needs a value", remedy: help)
        }
        return word
    }

    /// Says yes to an option that takes no value.
    func flag(_ option: String, attached: String?) throws(CommandFailure) -> Bool {
        guard attached == nil else { throw CommandFailure(.usage, "\(option) takes no value", remedy: help) }
        return true
    }

    /// The failure of an option that the command does not have.
    func unknown(_ option: String) -> CommandFailure {
        CommandFailure(
            .usage, "\(command) has no option \(PrintableText.quoted(option.utf8))", remedy: help)
    }

    /// The failure of a word that the command does not take.
    func unexpected(_ operand: String) -> CommandFailure {
        CommandFailure(
            .usage, "\(command) does not take \(PrintableText.quoted(operand.utf8))", remedy: help)
    }

    /// The failure of a value that is none of the option's.
    func wrong(_ value: String, of option: String, expected: String) -> CommandFailure {
        CommandFailure(
            .usage, "\(option) \(PrintableText.quoted(value.utf8)) is not \(expected)", remedy: help)
    }

    /// Where to look further.
    var help: String { "see: sallyport \(command) --help" }
}
