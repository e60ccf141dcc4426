import CProbe

/// Performs attempts for real and says what the kernel answered.
///
///     sallyport-probe VERB ARGUMENT... [-- VERB ARGUMENT...]...
///     sallyport-probe --file PATH
///
/// One line per attempt: `VERB ARGUMENT... -> RESULT [DETAIL]`, where the result is `ok`, the name of an errno value, or `signal`
/// and the number of what ended it. Each is performed in a child process of its own. The exit status is 0 when all
/// were performed, 64 for a wrong command line and 65 for a wrong file; nothing was attempted then.
@main struct Probe {
    static func main() {
        let words = commandLine()
        if let service = Service(words) { return probe_exit(service.run()) }
        do throws(ParseFailure) {
            let isFile = words.first.map { spells($0, "--file") } ?? false
            if isFile, words.count != 2 { throw ParseFailure(line: 0, reason: "--file takes one path") }
            let lines =
                isFile ? try AttemptParser.lines(of: try contents(of: words[1])) : AttemptParser.lines(of: words)
            for attempt in try AttemptParser.attempts(lines) { attempt.perform() }
        } catch {
            error.report()
            probe_exit(error.line == 0 ? 64 : 65)
        }
    }

    /// The arguments after the program's name.
    private static func commandLine() -> [[UInt8]] {
        var words: [[UInt8]] = []
        var index: Int32 = 1
        while let text = probe_argument(index) {
            words.append(bytes(of: text))
            index += 1
        }
        return words
    }

    /// The bytes of a file, at most 64 KiB.
    private static func contents(of path: [UInt8]) throws(ParseFailure) -> [UInt8] {
        var name = path.map { CChar(bitPattern: $0) }
        name.append(0)
        var buffer = [UInt8](repeating: 0, count: AttemptParser.largestFile + 1)
        let size = probe_read_file(name, &buffer, buffer.count)
        guard size >= 0 else { throw ParseFailure(line: 0, reason: "the file cannot be read") }
        guard size <= AttemptParser.largestFile else { throw ParseFailure(line: 0, reason: "the file is over 64 KiB") }
        return Array(buffer[0..<size])
    }
}
