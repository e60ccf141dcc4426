import KernelStage
import Testing

/// `sallyport sim` as a process: what it writes where, and what it ends with.
@Suite(.serialized, .enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct SimulationTests {
    private func check(_ table: [(line: String, status: Int32, output: String, errors: String)]) throws {
        let attempts = try Stage(programs: ["sallyport"]).attempt(table.map(\.line))
        for (attempt, row) in zip(attempts, table) {
            #expect(attempt.status == row.status, "\(row.line): \(attempt.errors)")
            #expect(attempt.output.contains(row.output), "\(row.line): \(attempt.output)")
            #expect(attempt.errors.contains(row.errors), "\(row.line): \(attempt.errors)")
            if row.errors.isEmpty { #expect(attempt.errors == "\n" || attempt.errors.isEmpty, "\(row.line)") }
        }
    }

    @Test func aCommandEndsWithItsOwnCode() throws {
        try check([
            (#"sallyport sim -- whoami"#, 0, "desktop\\alice\n", ""),
            (#"sallyport sim -- type nothing.txt"#, 2, "The system cannot find the file specified.", ""),
            (#"sallyport sim -- exit 7"#, 7, "", ""),
            (#"sallyport sim -- curl http://nowhere.example"#, 255, "Could not resolve host", ""),
            (#"sallyport sim -- nonsense"#, 255, "is not recognized", ""),
        ])
    }

    @Test func linesAreReadUntilExit() throws {
        try check([
            (
                "printf 'cd repo\\nfork\\ndel README.md\\ndir /b\\nback\\ndir /b\\nexit 3\\n' | sallyport sim", 3,
                ".git\nsrc\n", ""
            ),
            ("printf 'runas /user:bob whoami\\ncorrect horse bob\\n' | sallyport sim", 0, "desktop\\bob\n", ""),
            ("printf 'type nothing.txt' | sallyport sim", 2, "cannot find the file", ""),
            ("sallyport sim </dev/null", 0, "", ""),
        ])
    }

    @Test func aTerminalIsShownWhereItIs() throws {
        let line = #"printf 'cd repo\nexit\n' | script -qec 'sallyport sim' /dev/null"#
        let attempts = try Stage(programs: ["sallyport"]).attempt([line])
        #expect(
            attempts[0].output.contains(#"C:\Users\alice>"#) && attempts[0].output.contains(#"C:\Users\alice\repo>"#))
    }

    @Test func commandsRunInTheSandboxOfADesign() throws {
        let run = "sallyport sim run"
        try check([
            ("\(run) -- cmd /c 'echo x> new.txt & dir /b'", 0, "new.txt", ""),
            (#"\#(run) -- cmd /c 'echo x> ..\other\x.txt'"#, 5, "", "Access is denied."),
            (#"\#(run) --policy read-only -- cmd /c 'echo x> x.txt'"#, 5, "", "Access is denied."),
            ("\(run) -- curl http://example.com/", 255, "", "forbidden by its access permissions"),
            ("\(run) --network -- curl http://example.com/", 0, "200 OK", ""),
            (#"\#(run) --design no-sandbox -- cmd /c 'echo x> ..\other\x.txt'"#, 0, "", ""),
            ("\(run) --timeout 5 -- cmd /c 'timeout /t 60'", 192, "Waiting", "time was over"),
            ("printf 'b\\na\\n' | \(run) -- sort", 0, "a\nb\n", ""),
            ("\(run) -- nothing.exe", 69, "", "ERROR_FILE_NOT_FOUND"),
            ("printf 'whoami\\nexit\\n' | \(run)", 0, "desktop\\codexsandboxoffline\n", ""),
            ("sallyport sim designs", 0, "app-container", ""), ("sallyport sim designs | head -1", 0, "DESIGN", ""),
        ])
    }

    @Test func machinesAreSavedAndLoaded() throws {
        try check([
            ("sallyport sim --save one.json -- 'echo kept> kept.txt'", 0, "", ""),
            ("sallyport sim --machine one.json --save two.json -- type kept.txt", 0, "kept", ""),
            (
                "sallyport sim --machine one.json -- type none.txt; sallyport sim --machine one.json -- cd", 0, "alice",
                ""
            ),
            ("printf 'echo x> x\nsave a.json\ndel x\nload a.json\ntype x\n' | sallyport sim", 0, "x\n", ""),
            ("printf 'load bad.json\nwhoami\n' | (echo '{' > bad.json; sallyport sim)", 0, "byte 2", ""),
            ("sallyport sim run --save ran.json -- cmd /c 'echo x> new.txt'", 0, "", ""),
            ("sallyport sim --machine ran.json -- 'type repo\\new.txt & net user'", 0, "CodexSandboxOffline", ""),
            ("sallyport sim --save /none/x.json -- ver", 73, "", "/none/x.json"),
            ("sallyport sim -- why", 0, "nothing has failed", ""),
            ("sallyport sim --save a.json -- ver; sallyport sim --save b.json -- ver; cmp a.json b.json", 0, "", ""),
        ])
    }

    @Test func wrongCommandLinesSayWhatIsWrong() throws {
        try check([
            ("sallyport sim --frobnicate", 64, "", "--frobnicate"),
            ("sallyport sim run --design none -- ver", 64, "", "sallyport sim designs"),
            ("sallyport sim run --policy danger-full-access -- ver", 64, "", "read-only or workspace-write"),
            ("sallyport sim run --timeout 0 -- ver", 64, "", "--timeout"),
            ("sallyport sim --", 64, "", "there is no command"),
            ("sallyport sim --machine /none -- ver", 66, "", "/none"),
            ("echo '{\"cats\": 1}' > bad.json; sallyport sim --machine bad.json -- ver", 65, "", "cats is"),
        ])
    }
}
