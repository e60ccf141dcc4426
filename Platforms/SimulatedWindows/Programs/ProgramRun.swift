/// One program being carried out: its arguments, and what it has read and written so far.
struct ProgramRun: Hashable, Sendable {
    /// Why a program does not go on.
    enum Pause: Hashable, Sendable {
        /// Until the clock shows a moment.
        case until(UInt64)
        /// Until there is more to read.
        case input
        /// Until a process has ended.
        case child(ProcessIdentifier)
    }

    /// What is written at once.
    struct Chunk: Hashable, Sendable {
        /// Whether it is a complaint.
        var isError: Bool
        /// The bytes.
        var bytes: [UInt8]
    }

    /// The process that carries it out.
    let process: ProcessIdentifier
    /// The program, lower case.
    let name: String
    /// The arguments as they were written.
    let tail: String
    /// The arguments as words.
    let arguments: [String]
    /// What was read.
    var input: [UInt8] = []
    /// Whether everything was read.
    var inputIsAtEnd = false
    /// What is to be written and complained, in its order.
    var written: [Chunk] = []
    /// What the program ends with.
    var code: Int32 = 0
    /// Why it does not go on.
    var pause: Pause?
    /// How often it went on after a pause.
    var round = 0
    /// A process that it started.
    var child: ProcessIdentifier?
    /// Where its standard handles lead.
    var handles = StandardHandles()
    /// Whether the interpreter ends with it.
    var exits = false

    init(process: ProcessIdentifier, name: String, tail: String) {
        self.process = process
        self.name = name
        self.tail = tail
        arguments = CommandLine.words(tail)
    }

    /// Writes bytes.
    mutating func write(_ bytes: [UInt8]) { written.append(Chunk(isError: false, bytes: bytes)) }

    /// Writes text as it is.
    mutating func write(_ text: String) { write(Array(text.utf8)) }

    /// Writes a line.
    mutating func print(_ line: String = "") { write(line + "\r\n") }

    /// Complains, and ends with a number.
    mutating func fail(_ line: String, _ code: Int32) {
        written.append(Chunk(isError: true, bytes: Array(line.utf8) + [0x0D, 0x0A]))
        self.code = code
    }
}
