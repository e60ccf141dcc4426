import SimulatedWindows
import Testing
import WindowsSecurity

struct StreamTests {
    @Test func aReaderMeetsTheEndWhenTheLastWriterIsGone() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        let stream = try machine.createStream(by: alice)
        let child = try machine.createProcess(
            ProcessStart(
                image: "a.exe", commandLine: "a", handles: StandardHandles(output: .stream(stream))), by: alice)
        try machine.closeStream(.writing, of: stream, by: alice)
        try machine.writeStream(bytes("hello"), to: stream, by: child)
        #expect(try machine.readStream(stream, limit: 2, by: alice) == bytes("he"))
        #expect(try machine.readStream(stream, by: alice) == bytes("llo"))
        #expect(try machine.readStream(stream, by: alice).isEmpty)
        try machine.terminate(child, by: alice)
        #expect(code { _ = try machine.readStream(stream, by: alice) } == 109)
    }

    @Test func whoHasNoEndIsAStranger() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        let bob = try machine.logOn("bob", password: "correct horse bob")
        let stream = try machine.createStream(by: alice)
        #expect(code { try machine.writeStream([1], to: stream, by: bob) } == 6)
        #expect(code { _ = try machine.readStream(stream, by: bob) } == 6)
        #expect(code { try machine.closeStream(.reading, of: stream, by: bob) } == 6)
        try machine.closeStream(.reading, of: stream, by: alice)
        #expect(code { try machine.writeStream([1], to: stream, by: alice) } == 232)
        try machine.closeStream(.writing, of: stream, by: alice)
        #expect(machine.streams.isEmpty)
    }

    /// The design's token has a list that lets it; with the list it was given a restricted token cannot make a stream.
    @Test func aRestrictedTokenNeedsAListThatLetsIt() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        let logon = try #require(machine.processes[alice]?.token.logonSID)
        let capability = try #require(SID("S-1-5-21-1-2-3-4"))
        var token = try machine.restrictedToken(
            TokenFilter(flags: [.writeRestricted], restrictingSIDs: [capability, logon, .everyone]), of: alice)
        let poor = try machine.createProcess(ProcessStart(image: "a.exe", commandLine: "a"), as: token, by: alice)
        #expect(code { _ = try machine.createStream(by: poor) } == 5)
        token.defaultDACL = [.allow(.genericAll, to: logon), .allow(.genericAll, to: capability)]
        let rich = try machine.createProcess(ProcessStart(image: "a.exe", commandLine: "a"), as: token, by: alice)
        #expect(code { _ = try machine.createStream(by: rich) } == 0)
    }

    @Test func filesAreWrittenWhereTheHandleStands() throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        let path = #"C:\Users\alice\f"#
        try machine.writeFile(path, bytes("0123456789"), by: alice)
        let handle = try machine.open(OpenRequest(path, access: [.genericRead, .genericWrite]), by: alice)
        try machine.write(bytes("ab"), to: handle, by: alice)
        #expect(try machine.read(handle, by: alice) == bytes("23456789"))
        try machine.write(bytes("!"), to: handle, by: alice)
        try machine.close(handle, by: alice)
        #expect(try machine.readFile(path, by: alice) == bytes("ab23456789!"))
        try machine.appendFile(path + ":s", bytes("one"), by: alice)
        try machine.appendFile(path + ":s", bytes("two"), by: alice)
        #expect(try machine.readFile(path + ":s", by: alice) == bytes("onetwo"))
    }
}
