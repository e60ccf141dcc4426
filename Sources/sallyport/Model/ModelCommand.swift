import Glibc
import ModelFamilies
import SandboxModel

/// `sallyport model`: answers vectors of the authorization model, line by line.
enum ModelCommand {
    /// Answers every line of standard input.
    static func run(_ words: ArraySlice<String>) throws(CommandFailure) {
        var reader = OptionReader(words, of: "model")
        if reader.wantsHelp { return try StandardOutput.write(ModelHelp.model) }
        var named: [String] = []
        while let word = reader.next() {
            switch word {
            case .operand(let text): named.append(text)
            case .option(let name, _): throw reader.unknown(name)
            }
        }
        guard named.count == 1 else {
            throw CommandFailure(.usage, "give one family of questions", remedy: reader.help)
        }
        guard let family = ModelFamily(rawValue: named[0]) else {
            throw CommandFailure(
                .usage, "there is no family of questions \(PrintableText.quoted(named[0].utf8))", remedy: reader.help)
        }
        InputText.announce()
        var lines = LineReader(STDIN_FILENO)
        while let line = try lines.next() {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            try StandardOutput.write(family.answer(line: line) + "\n")
        }
    }
}
