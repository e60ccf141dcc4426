import SimulatedWindows
import Testing

struct NameTests {
    @Test func namesAreComparedWithoutCaseAndKept() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        try machine.writeFile(#"C:\Users\alice\repo\Straße.TXT"#, bytes("1"), by: alice)
        #expect(try machine.readFile(#"c:\USERS\ALICE\REPO\straße.txt"#, by: alice) == bytes("1"))
        let names = try machine.list(#"C:\Users\alice\repo"#, by: alice).map(\.name.text)
        #expect(names == [".git", "README.md", "src", "Straße.TXT"])
        #expect(code { try machine.makeDirectory(#"C:\Users\alice\repo\STRAßE.txt"#, by: alice) } == 183)
    }

    @Test func longNamesHaveShortOnesThatNameTheSameFile() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        let root = #"C:\Users\alice\repo\"#
        for name in ["A long name.text", "A long name two.text", "short.txt", "two.dots.html"] {
            try machine.writeFile(root + name, bytes(name), by: alice)
        }
        let short = try machine.list(root, by: alice).map { $0.shortName?.text ?? "-" }
        #expect(short == ["GIT~1", "ALONGN~2.TEX", "ALONGN~1.TEX", "-", "-", "-", "TWODOT~1.HTM"])
        #expect(try machine.readFile(root + "alongn~1.tex", by: alice) == bytes("A long name.text"))
        try machine.rename(root + "TWODOT~1.HTM", to: root + "x", by: alice)
        #expect(code { _ = try machine.readFile(root + "TWODOT~1.HTM", by: alice) } == 2)
    }

    @Test func trailingDotsAndSpacesVanishUnlessThePrefixKeepsThem() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        try machine.writeFile(#"C:\Users\alice\repo\a.txt. . "#, bytes("1"), by: alice)
        #expect(try machine.readFile(#"C:\Users\alice\repo\a.txt"#, by: alice) == bytes("1"))
        try machine.writeFile(#"\\?\C:\Users\alice\repo\b."#, bytes("2"), by: alice)
        #expect(code { _ = try machine.readFile(#"C:\Users\alice\repo\b."#, by: alice) } == 2)
        #expect(try machine.readFile(#"\\?\C:\Users\alice\repo\b."#, by: alice) == bytes("2"))
    }

    @Test func streamsBelongToTheirFile() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        let file = #"C:\Users\alice\repo\README.md"#
        try machine.writeFile(file + ":note", bytes("hidden"), by: alice)
        #expect(try machine.readFile(file + ":NOTE:$data", by: alice) == bytes("hidden"))
        #expect(try machine.readFile(file, by: alice) == bytes("# repo"))
        #expect(code { _ = try machine.readFile(file + ":other", by: alice) } == 2)
    }
}
