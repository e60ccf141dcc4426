/// A program of the machine, or a command of its interpreter.
struct Program: Sendable {
    /// What it does; called again after every pause.
    typealias Body = @Sendable (inout SimulatedMachine, inout ProgramRun) throws(CallError) -> Void

    /// Whether the interpreter does it itself, without a process.
    let isBuiltIn: Bool
    /// What it does.
    let body: Body

    /// Every program and command by its lower-case name.
    static let all: [String: Program] = builtIn.merging(external) { first, _ in first }

    /// The programs that have files, by their names without `.exe`.
    static var fileNames: [String] { external.keys.sorted() }

    /// What the file of a program begins with, the name behind it; Windows: the signature of an executable file.
    static let signature = Array("MZ ".utf8)
}
