import SimulatedWindows
import Testing

struct LinkTests {
    @Test func aJunctionNeedsNoPrivilegeAndASymbolicLinkDoes() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        let root = #"C:\Users\alice\repo\"#
        let other = #"C:\Users\alice\other"#
        try machine.makeLink(root + "j", to: .junction(other), isDirectory: true, by: alice)
        #expect(try machine.readFile(root + #"j\notes.txt"#, by: alice) == bytes("notes"))
        #expect(
            code { try machine.makeLink(root + "s", to: .symbolicLink(other), isDirectory: true, by: alice) } == 1314)
        try machine.makeLink(
            root + "s", to: .symbolicLink(#"..\other\notes.txt"#), isDirectory: false, by: SimulatedMachine.system)
        #expect(try machine.readFile(root + "s", by: alice) == bytes("notes"))
    }

    @Test func deletingALinkLeavesWhatItLeadsTo() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        let link = #"C:\Users\alice\repo\j"#
        try machine.makeLink(link, to: .junction(#"C:\Users\alice\other"#), isDirectory: true, by: alice)
        try machine.delete(link, by: alice)
        #expect(code { _ = try machine.list(link, by: alice) } == 3)
        #expect(try machine.readFile(#"C:\Users\alice\other\notes.txt"#, by: alice) == bytes("notes"))
    }

    @Test func linksInACircleAreGivenUp() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        let root = #"C:\Users\alice\repo\"#
        try machine.makeLink(root + "a", to: .junction(root + "b"), isDirectory: true, by: alice)
        try machine.makeLink(root + "b", to: .junction(root + "a"), isDirectory: true, by: alice)
        #expect(code { _ = try machine.list(root + "a", by: alice) } == 1921)
    }

    @Test func hardLinksShareTheFileAndItsDescriptor() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        let first = #"C:\Users\alice\repo\README.md"#
        let second = #"C:\Users\alice\other\copy.md"#
        try machine.makeHardLink(second, to: first, by: alice)
        try machine.writeFile(second, bytes("changed"), by: alice)
        #expect(try machine.readFile(first, by: alice) == bytes("changed"))
        #expect(try machine.descriptor(of: first, by: alice) == machine.descriptor(of: second, by: alice))
        try machine.delete(first, by: alice)
        #expect(try machine.readFile(second, by: alice) == bytes("changed"))
        #expect(code { try machine.makeHardLink(first, to: #"C:\Users\alice\repo\src"#, by: alice) } == 5)
    }
}
