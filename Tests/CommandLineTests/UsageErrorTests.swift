import KernelStage
import Testing

/// A wrong command line is answered in one form by every program: its name, what is wrong, and what to do; exit code 64.
struct UsageErrorTests {
    @Test(
        arguments: [
            ("sallyport", []), ("sallyport", ["frobnicate"]), ("sallyport", ["--frobnicate"]),
            ("sallyport", ["help", "frobnicate"]), ("sallyport", ["run"]), ("sallyport", ["run", "ls"]),
            ("sallyport", ["run", "--"]), ("sallyport", ["run", "--timeout", "0", "--", "ls"]),
            ("sallyport", ["run", "--timeout", "--", "ls"]), ("sallyport", ["run", "--network=yes", "--", "ls"]),
            ("sallyport", ["status", "everything"]), ("sallyport", ["status", "--frobnicate"]),
            ("sallyport", ["revoke"]), ("sallyport", ["why", "operand"]), ("sallyport", ["why", "--sddl", "D:"]),
            ("sallyport", ["sddl"]), ("sallyport", ["sddl", "D:", "D:"]), ("sallyport", ["model", "frobnicate"]),
            ("sallyport", ["sim", "frobnicate"]), ("sallyport", ["sim", "designs", "more"]),
            ("sallyport", ["sim", "--"]),
            ("sallyport", ["validate", "--frobnicate"]), ("sallyport", ["validate", "--jobs", "0"]),
            ("sallyport", ["validate", "--mode", "idle"]), ("sallyport", ["validate", "merge"]),
            ("sallyport", ["court", "--frobnicate"]), ("sallyport", ["court", "--explain", "moat"]),
            ("sallyport-setup", ["frobnicate"]), ("sallyport-setup", ["--frobnicate"]),
            ("sallyport-setup", ["install"]), ("sallyport-setup", ["install", "--for-user"]),
            ("sallyport-setup", ["install", "alice"]), ("sallyport-setup", ["status", "--frobnicate"]),
            ("sallyport-setup", ["uninstall", "alice"]), ("sallyport-scenarios", ["frobnicate"]),
        ] as [(String, [String])])
    func theFormIsTheSame(program: String, words: [String]) throws {
        let end = try Program(name: program).run(words)
        #expect(end.status == 64 && end.output.isEmpty, "\(end.errors)")
        let name = program == "sallyport-setup" ? program : "sallyport"
        #expect(end.errors.hasPrefix("\(name): "), "\(end.errors)")
        #expect(end.errors.contains("--help") || end.errors.contains("for example: "), "\(end.errors)")
    }
}
