extension CommandLine {
    /// Takes a line apart.
    ///
    /// - Parameter line: the line, variables replaced already.
    /// - Throws: ``CommandLineError`` with the token that does not belong where it stands.
    init(parsing line: String) throws(CommandLineError) {
        var reader = CommandLineReader(characters: Array(line))
        statements = try reader.readStatements()
    }

    /// The words of a command's arguments: by blanks, quotation marks keep blanks and are left out.
    ///
    /// - Parameter text: the arguments as they were written.
    /// - Returns: the words.
    static func words(_ text: some StringProtocol) -> [String] {
        var words: [String] = []
        var word: String?
        var isQuoted = false
        for character in text {
            if character == "\"" {
                isQuoted.toggle()
                word = word ?? ""
            } else if character.isWhitespace, !isQuoted {
                if let whole = word { words.append(whole) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        return words
    }

    /// Writes words so that they are read back as they are; Windows: the rules of `CommandLineToArgvW`.
    ///
    /// - Parameter words: the program and its arguments.
    /// - Returns: the command line.
    static func text(_ words: [String]) -> String {
        words.map { word in
            guard word.isEmpty || word.contains(where: { $0 == " " || $0 == "\t" || $0 == "\"" }) else { return word }
            var text = "\""
            var backslashes = 0
            for character in word {
                if character == "\\" {
                    backslashes += 1
                    continue
                }
                text += String(repeating: "\\", count: character == "\"" ? backslashes * 2 + 1 : backslashes)
                backslashes = 0
                text.append(character)
            }
            return text + String(repeating: "\\", count: backslashes * 2) + "\""
        }.joined(separator: " ")
    }
}

/// Reads a command line from left to right.
private struct CommandLineReader {
    let characters: [Character]
    var index = 0

    init(characters: [Character]) { self.characters = characters }

    private var next: Character? { index < characters.count ? characters[index] : nil }

    private mutating func skip(_ character: Character) -> Bool {
        guard next == character else { return false }
        index += 1
        return true
    }

    private mutating func skipBlanks() { while let blank = next, blank.isWhitespace { index += 1 } }

    mutating func readStatements() throws(CommandLineError) -> [CommandLine.Statement] {
        var statements: [CommandLine.Statement] = []
        var link = CommandLine.Link.always
        while true {
            skipBlanks()
            let start = index
            var stages: [CommandLine.Stage] = []
            repeat { stages.append(try readStage()) } while skipPipe()
            let isEmpty = stages.contains { $0.text.isEmpty && $0.redirections.isEmpty }
            if isEmpty, let unexpected = next {
                throw CommandLineError(token: String(unexpected), offset: index)
            }
            guard !isEmpty else {
                // The line may end with `&`, and may be empty.
                if stages.count == 1, link == .always { return statements }
                throw CommandLineError(token: "", offset: start)
            }
            statements.append(CommandLine.Statement(link: link, stages: stages))
            guard next != nil else { return statements }
            link = readLink()
        }
    }

    private mutating func skipPipe() -> Bool {
        guard next == "|", index + 1 >= characters.count || characters[index + 1] != "|" else { return false }
        index += 1
        return true
    }

    private mutating func readLink() -> CommandLine.Link {
        let first = next
        index += 1
        guard next == first else { return .always }
        index += 1
        return first == "|" ? .onFailure : .onSuccess
    }

    private mutating func readStage() throws(CommandLineError) -> CommandLine.Stage {
        var stage = CommandLine.Stage(text: "")
        var isQuoted = false
        skipBlanks()
        while let character = next {
            if character == "\"" { isQuoted.toggle() }
            if isQuoted || !"&|<>^".contains(character) {
                stage.text.append(character)
                index += 1
                continue
            }
            if character == "&" || character == "|" { break }
            index += 1
            if character == "^" {
                if let escaped = next {
                    stage.text.append(escaped)
                    index += 1
                }
                continue
            }
            stage.redirections.append(try readRedirection(character, &stage.text))
        }
        while stage.text.last?.isWhitespace == true, !stage.text.lowercased().hasPrefix("set ") {
            stage.text.removeLast()
        }
        return stage
    }

    private mutating func readRedirection(
        _ sign: Character, _ text: inout String
    ) throws(CommandLineError) -> CommandLine.Redirection {
        var handle = sign == "<" ? 0 : 1
        // A digit that stands alone in front of the sign is a handle.
        if let digit = text.last?.wholeNumberValue, (0...2).contains(digit),
            text.dropLast().last?.isWhitespace ?? true
        {
            handle = digit
            text.removeLast()
        }
        let appends = sign == ">" && skip(">")
        if skip("&") {
            guard let digit = next?.wholeNumberValue, (0...2).contains(digit) else {
                throw CommandLineError(token: next.map(String.init) ?? "", offset: index)
            }
            index += 1
            return CommandLine.Redirection(handle: handle, target: .handle(digit))
        }
        skipBlanks()
        var name = ""
        var isQuoted = false
        while let character = next {
            if character == "\"" {
                isQuoted.toggle()
                index += 1
                continue
            }
            if !isQuoted, character.isWhitespace || "&|<>".contains(character) { break }
            name.append(character)
            index += 1
        }
        guard !name.isEmpty else { throw CommandLineError(token: next.map(String.init) ?? "", offset: index) }
        return CommandLine.Redirection(handle: handle, target: appends ? .end(name) : .file(name))
    }
}
