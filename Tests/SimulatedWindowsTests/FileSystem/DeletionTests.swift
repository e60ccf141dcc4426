import SimulatedWindows
import Testing
import WindowsSecurity

struct DeletionTests {
    private let file = #"C:\Users\alice\repo\README.md"#

    @Test func aFileGoesWithItsLastHandle() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        let reader = try machine.open(OpenRequest(file, access: .genericRead), by: alice)
        try machine.delete(file, by: alice)
        #expect(code { _ = try machine.readFile(file, by: alice) } == 5)
        #expect(try machine.read(reader, by: alice) == bytes("# repo"))
        try machine.close(reader, by: alice)
        #expect(code { _ = try machine.readFile(file, by: alice) } == 2)
    }

    @Test func sharingIsAskedBothWays() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        let handle = try machine.open(OpenRequest(file, access: .genericRead, sharing: .read), by: alice)
        #expect(code { try machine.writeFile(file, bytes("x"), by: alice) } == 32)
        #expect(code { try machine.delete(file, by: alice) } == 32)
        #expect(code { try machine.rename(file, to: file + "2", by: alice) } == 32)
        #expect(try machine.readFile(file, by: alice) == bytes("# repo"))
        try machine.close(handle, by: alice)
        try machine.writeFile(file, bytes("x"), by: alice)
    }

    @Test func deleteOnCloseTakesTheFileAlong() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        let handle = try machine.open(
            OpenRequest(
                #"C:\Users\alice\repo\temporary"#, access: .genericWrite, disposition: .createNew,
                options: .deleteOnClose), by: alice)
        try machine.close(handle, by: alice)
        #expect(try !machine.list(#"C:\Users\alice\repo"#, by: alice).contains { $0.name.text == "temporary" })
    }

    @Test func aDirectoryMustBeEmptyAndFreeToMove() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        #expect(code { try machine.delete(#"C:\Users\alice\repo\src"#, by: alice) } == 145)
        let handle = try machine.open(
            OpenRequest(#"C:\Users\alice\repo\src\main.swift"#, access: .genericRead), by: alice)
        #expect(code { try machine.rename(#"C:\Users\alice\repo\src"#, to: #"C:\Users\alice\repo\s"#, by: alice) } == 5)
        try machine.close(handle, by: alice)
        try machine.rename(#"C:\Users\alice\repo\src"#, to: #"C:\Users\alice\repo\s"#, by: alice)
        #expect(try machine.readFile(#"C:\Users\alice\repo\s\main.swift"#, by: alice) == bytes("print(1)"))
        #expect(code { try machine.rename(#"C:\Users\alice\repo"#, to: #"C:\Users\alice\repo\s\x"#, by: alice) } == 5)
    }

    @Test func anotherVolumeKnowsNoDescriptors() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        machine.formatDrive("E", hasDescriptors: false)
        try machine.writeFile(#"E:\f"#, bytes("1"), by: alice)
        #expect(code { try machine.edit(#"E:\f"#, [], by: alice) } == 87)
        #expect(code { try machine.writeFile(#"E:\f:s"#, bytes("1"), by: alice) } == 123)
        #expect(code { try machine.makeHardLink(#"E:\g"#, to: #"E:\f"#, by: alice) } == 50)
        #expect(code { try machine.rename(#"E:\f"#, to: #"C:\Users\alice\f"#, by: alice) } == 17)
    }
}
