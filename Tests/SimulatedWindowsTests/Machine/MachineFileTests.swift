import Foundation
import SimulatedWindows
import Testing

struct MachineFileTests {
    private static let fixture = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/machines/two-teams.json")

    @Test func aFileAddsUsersFilesAndHosts() throws {
        var (machine, _) = try SimulatedMachine.workstation()
        try machine.load(try MachineFile(parsing: try String(contentsOf: Self.fixture, encoding: .utf8)))
        let carol = try machine.logOn("carol", password: "battery staple")
        #expect(try machine.readFile(#"C:\Teams\Red\plan.txt"#, by: carol) == bytes("plan"))
        let address = try #require(try machine.resolve("build.example", by: carol).last)
        try machine.connect(to: address, port: 443, by: carol)
    }

    @Test(
        arguments: [
            (#"{"users": [}"#, .notJSON, "", 11), (#"[]"#, .member, "", nil),
            (#"{"cats": [1]}"#, .unknown, "cats", nil),
            (#"{"users": 1}"#, .member, "users", nil),
            (#"{"users": [{"name": "x"}]}"#, .member, "users[0].password", nil),
            (#"{"files": [{"path": "a", "text": "b", "c": 1}]}"#, .unknown, "files[0].c", nil),
            (#"{"directories": ["a", 2]}"#, .member, "directories[1]", nil),
            (
                #"{"hosts": [{"name": "h", "addresses": ["1.2.3"], "ports": []}]}"#, .member, "hosts[0].addresses[0]",
                nil
            ),
            (#"{"hosts": [{"name": "h", "addresses": [], "ports": [65536]}]}"#, .member, "hosts[0].ports[0]", nil),
        ] as [(String, MachineFileError.Reason, String, Int?)])
    func aBadFileIsRefusedWithItsPlace(text: String, reason: MachineFileError.Reason, place: String, offset: Int?) {
        do throws(MachineFileError) {
            let file = try MachineFile(parsing: text)
            Issue.record("\(file) was taken")
        } catch {
            #expect(error.reason == reason && error.place == place && error.offset == offset, "\(error)")
        }
    }

    @Test func whenACallFailsNothingIsAdded() throws {
        var (machine, _) = try SimulatedMachine.workstation()
        let before = machine
        let file = try MachineFile(parsing: #"{"directories": ["C:\\new", "C:\\missing\\deep"]}"#)
        #expect(code { try machine.load(file) } == 3)
        #expect(machine == before)
    }
}
