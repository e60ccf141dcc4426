import Glibc

/// The commands about scenarios, in a program of their own: reading YAML would make the start of every other command slower.
enum ScenarioTool {
    /// Becomes `sallyport-scenarios`, which lies beside this program.
    static func become(_ name: String, _ words: ArraySlice<String>) throws(CommandFailure) -> Never {
        let program = try ProgramLocation.beside("sallyport-scenarios")
        var arguments = unsafe ([program, name] + words).map { unsafe strdup($0) } + [nil]
        unsafe execv(program, &arguments)
        throw CommandFailure(
            .unavailable, "'\(program)' cannot be started: \(SystemReason.text(errno))",
            remedy: "build it with: make build")
    }
}
