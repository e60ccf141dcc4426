import SimulatedWindows
import Testing
import WindowsSecurity

struct DeviceTests {
    @Test func theNullDeviceTakesEverythingAndHoldsNothing() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        for name in ["NUL", "nul.txt", #"\\.\NUL"#] {
            try machine.writeFile(name, bytes("gone"), by: alice)
            #expect(try machine.readFile(name, by: alice).isEmpty)
        }
        #expect(code { try machine.delete("NUL", by: alice) } == 5)
    }

    @Test(arguments: [#"\\.\PhysicalDrive0"#, #"\\.\C:"#])
    func aDiskItselfBelongsToAdministrators(path: String) throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        #expect(code { try machine.writeFile(path, [1], by: alice) } == 5)
        #expect(code { _ = try machine.readFile(path, by: alice) } == 5)
        machine.answerConsent(.approve)
        let elevated = try machine.elevate(ProcessStart(image: "x.exe", commandLine: "x"), by: alice)
        let request = OpenRequest(path, access: [.genericRead, .genericWrite])
        _ = try machine.open(request, by: elevated)
    }

    @Test func noOtherDevicesAreThere() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        #expect(code { _ = try machine.readFile(#"\\.\PhysicalDrive1"#, by: alice) } == 2)
        #expect(code { _ = try machine.readFile("COM1", by: alice) } == 2)
    }

    @Test func casesAreToldApartWhereADirectoryDoes() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        let directory = #"C:\Users\alice\repo\sensitive"#
        try machine.makeDirectory(directory, by: alice)
        try machine.setCaseSensitive(true, of: directory, by: alice)
        try machine.writeFile(directory + #"\Name"#, bytes("upper"), by: alice)
        try machine.writeFile(directory + #"\name"#, bytes("lower"), by: alice)
        #expect(try machine.readFile(directory + #"\Name"#, by: alice) == bytes("upper"))
        #expect(try machine.readFile(directory.uppercased() + #"\name"#, by: alice) == bytes("lower"))
        #expect(code { _ = try machine.readFile(directory + #"\NAME"#, by: alice) } == 2)
        #expect(try machine.list(directory, by: alice).count == 2)
        #expect(code { try machine.setCaseSensitive(false, of: directory, by: alice) } == 145)
        #expect(code { try machine.setCaseSensitive(true, of: #"C:\Windows"#, by: alice) } == 5)
    }
}
