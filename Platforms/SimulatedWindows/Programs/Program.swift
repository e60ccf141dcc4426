/// The programs of the machine, and the commands of its interpreter.
enum Program {
    /// What a program does; called again after every pause.
    typealias Body = @Sendable (inout SimulatedMachine, inout ProgramRun) throws(CallError) -> Void

    /// What a program or command does.
    ///
    /// - Parameter name: the lower-case name.
    /// - Returns: what it does, or nothing when there is none of this name.
    static func body(of name: String) -> Body? { builtIn[name] ?? external[name] }

    /// The programs that have files, by their names without `.exe`.
    static var fileNames: [String] { external.keys.sorted() }

    /// What the file of a program begins with, the name behind it; Windows: the signature of an executable file.
    static let signature = Array("MZ ".utf8)

    static func nothing(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {}
}
