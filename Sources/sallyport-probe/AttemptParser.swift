/// Reads attempts: one per line, fields between blanks, `#` starting a comment line, `%XX` for any byte.
enum AttemptParser {
    /// The fields of one attempt and where they stood.
    struct Line {
        let number: Int
        let fields: [[UInt8]]
    }

    /// The largest file, in bytes.
    static let largestFile = 65536
    /// The most attempts in one run.
    static let mostAttempts = 4096
    /// The most fields of one attempt.
    static let mostFields = 64

    /// Splits a file.
    static func lines(of file: [UInt8]) throws(ParseFailure) -> [Line] {
        var lines: [Line] = []
        for (index, text) in file.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
            let words = text.split { $0 == 32 || $0 == 9 }
            guard let first = words.first, first.first != 35 else { continue }
            var fields: [[UInt8]] = []
            for word in words { fields.append(try decode(word, line: index + 1)) }
            lines.append(Line(number: index + 1, fields: fields))
        }
        return lines
    }

    /// Splits a command line at each `--`.
    static func lines(of words: [[UInt8]]) -> [Line] {
        words.split(omittingEmptySubsequences: false) { spells($0, "--") }.map { Line(number: 0, fields: Array($0)) }
    }

    /// Looks up the verbs and counts the arguments.
    static func attempts(_ lines: [Line]) throws(ParseFailure) -> [Attempt] {
        guard let last = lines.last else { throw ParseFailure(line: 0, reason: "no attempt given") }
        guard lines.count <= mostAttempts else { throw ParseFailure(line: last.number, reason: "over 4096 attempts") }
        var attempts: [Attempt] = []
        for line in lines {
            guard let name = line.fields.first else { throw ParseFailure(line: line.number, reason: "empty attempt") }
            guard let verb = Verb.named(name) else { throw ParseFailure(line: line.number, reason: "unknown verb") }
            let arguments = Array(line.fields.dropFirst())
            guard verb.arguments.contains(arguments.count), line.fields.count <= mostFields else {
                throw ParseFailure(line: line.number, reason: "wrong number of arguments")
            }
            attempts.append(Attempt(verb: verb, arguments: arguments))
        }
        return attempts
    }

    /// Undoes `%XX`; a zero byte cannot be part of a field.
    private static func decode(_ word: ArraySlice<UInt8>, line: Int) throws(ParseFailure) -> [UInt8] {
        var result: [UInt8] = []
        var index = word.startIndex
        while index < word.endIndex {
            var byte = word[index]
            if byte == 37 {
                guard word.endIndex - index > 2, let high = digit(word[index + 1]), let low = digit(word[index + 2])
                else {
                    throw ParseFailure(line: line, reason: "% without two hexadecimal digits")
                }
                byte = high << 4 | low
                index += 2
            }
            guard byte != 0 else { throw ParseFailure(line: line, reason: "zero byte") }
            result.append(byte)
            index += 1
        }
        return result
    }

    /// The value of a hexadecimal digit.
    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
