import Foundation
import SimulatedWindows
import Testing

/// Files that add to a workstation.
struct MachineFileTests {
    @Test func aFileAddsUsersFilesAndHosts() throws {
        let fixture = Fixtures.repository.appending(path: "Fixtures/machines/two-teams.json")
        var machine = try SavedMachine(parsing: Array(try Data(contentsOf: fixture))).machine
        let carol = try machine.logOn("carol", password: "battery staple")
        #expect(try machine.readFile(#"C:\Teams\Red\plan.txt"#, by: carol) == bytes("plan"))
        let address = try #require(try machine.resolve("build.example", by: carol).last)
        try machine.connect(to: address, port: 443, by: carol)
    }

    @Test(
        arguments: [
            (#"{"users": [}"#, .notJSON, "", 11, 1, 12), (#"[]"#, .member, "", 0, 1, 1),
            (#"{"users": []} x"#, .notJSON, "", 14, 1, 15),
            ("{\"users\": [],\n \"cats\": [1]}", .unknown, "cats", 23, 2, 10),
            (#"{"users": [], "users": []}"#, .unknown, "users", 10, 1, 11),
            (#"{"users": 1}"#, .member, "users", 10, 1, 11),
            ("{\"users\":\n [{\"name\": \"x\"}]}", .member, "users[0].password", 12, 2, 3),
            (#"{"files": [{"path": "a", "text": "b", "c": 1}]}"#, .unknown, "files[0].c", 43, 1, 44),
            (#"{"directories": ["a", 2]}"#, .member, "directories[1]", 22, 1, 23),
            (
                #"{"hosts": [{"name": "h", "addresses": ["1.2.3"], "ports": []}]}"#, .value, "hosts[0].addresses[0]",
                39, 1, 40
            ),
            (#"{"hosts": [{"name": "h", "addresses": [], "ports": [65536]}]}"#, .value, "hosts[0].ports[0]", 52, 1, 53),
        ] as [(String, MachineFileError.Reason, String, Int, Int, Int)])
    func aBadFileIsRefusedWithItsPlace(
        text: String, reason: MachineFileError.Reason, place: String, offset: Int, line: Int, column: Int
    ) {
        do throws(MachineFileError) {
            _ = try SavedMachine(parsing: bytes(text))
            Issue.record("it was taken")
        } catch {
            #expect(error.reason == reason && error.place == place, "\(error)")
            #expect(error.offset == offset && error.line == line && error.column == column, "\(error)")
        }
    }

    @Test func aRefusedCallNamesItsElement() {
        do throws(MachineFileError) {
            _ = try SavedMachine(parsing: bytes("{\"directories\":\n[\"C:\\\\new\", \"C:\\\\missing\\\\deep\"]}"))
            Issue.record("it was taken")
        } catch {
            guard case .refused(let failure) = error.reason else {
                Issue.record("\(error)")
                return
            }
            #expect(failure.code.rawValue == 3 && error.place == "directories[1]" && error.line == 2, "\(error)")
        }
    }
}
