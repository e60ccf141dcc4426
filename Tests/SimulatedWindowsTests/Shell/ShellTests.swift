import SimulatedWindows
import Testing

struct ShellTests {
    @Test(
        arguments: [
            (#"echo hello > C:\Users\alice\repo\new.txt"#, 0), (#"cmd /c type C:\Users\alice\repo\README.md"#, 0),
            (#"echo x>C:\Users\alice\other\notes.txt"#, 5), (#"del C:\Users\alice\repo\.git\config"#, 5),
            (#"ren C:\Users\alice\repo\.git C:\Users\alice\repo\x"#, 5), (#"mkdir "C:\Users\alice\repo\a b""#, 0),
            (#"copy C:\Users\alice\repo\README.md C:\Users\alice\repo\copy"#, 0),
            (#"type C:\Users\alice\.ssh\id_ed25519"#, 5),
            (#"mklink /j C:\Users\alice\repo\j C:\Windows"#, 0), ("curl example.com", 10013),
            ("ping 203.0.113.10", 10013),
            ("curl nowhere.example", 11001), ("dance", 9009), (#"dir C:\Users\alice\repo"#, 0), ("", 0),
        ] as [(String, UInt32)])
    func linesEndAsOnWindows(line: String, expected: UInt32) throws {
        let stage = try Stage()
        let shell = SimulatedShell(host: stage.host, process: try stage.start().process)
        #expect(shell.run(line).code == expected)
    }

    @Test func theReportsShowTheMachine() throws {
        let stage = try Stage()
        let shell = SimulatedShell(host: stage.host, process: try stage.start().process)
        #expect(shell.run("whoami").output == "desktop\\codexsandboxoffline\n")
        #expect(shell.run("whoami /all").output.contains("RESTRICTING SID INFORMATION (FOR WRITES)"))
        #expect(shell.run("net localgroup CodexSandboxUsers").output.contains("\nCodexSandboxOnline\n"))
        #expect(shell.run("net user").output.contains("alice                    bob"))
        let rules = shell.run("netsh advfirewall firewall show rule name=all").output
        #expect(rules.contains("Action:                               Block"))
        #expect(shell.run("tasklist").output.contains("codex-command-runner.exe"))
        #expect(shell.run(#"icacls C:\Users\alice\repo"#).output.contains(#"DESKTOP\CodexSandboxUsers:(OI)(CI)(M)"#))
        _ = shell.run(#"del C:\Users\alice\repo\.git\config"#)
        #expect(shell.run("why").output.contains("DENIES DELETE"))
    }
}
