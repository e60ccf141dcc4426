import Foundation
import SandboxModel
import Testing

/// One event, one line of JSON that any reader takes.
struct AuditRecordTests {
    private func read(_ event: AuditEvent) throws -> [String: Any] {
        let record = AuditRecord(milliseconds: 1_795_000_000_125, user: 1000, process: 42, event: event)
        let line = record.jsonLine
        #expect(line.hasSuffix("}\n") && line.dropLast().allSatisfy { !$0.isNewline })
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        let members = try #require(object)
        #expect(members["time"] as? String == "2026-11-18T11:06:40.125Z")
        #expect(members["user"] as? Int == 1000 && members["process"] as? Int == 42)
        #expect(members["event"] as? String == event.name)
        #expect(members.count == 4 + event.fields.count)
        return members
    }

    @Test func aLaunchSaysWhatIsInForceAndNoArguments() throws {
        let policy = ResolvedPolicy(
            mode: .workspaceWrite, workspace: try HostPath("/w"), writableRoots: try [HostPath("/w")],
            network: .enabled, temporary: .writable)
        let plan = LaunchPlan(
            level: .elevated, principal: .online, restrictingSIDs: [], network: .open, policy: policy,
            workingDirectory: try HostPath("/w"), environment: [],
            arguments: ["curl", "--header", "secret \"token\""].map { Array($0.utf8) }, timeoutMilliseconds: 5000,
            gates: [])
        let members = try read(.launchPlanned(plan))
        #expect(members["principal"] as? String == "CodexSandboxOnline")
        #expect(members["level"] as? String == "elevated" && members["network"] as? String == "open")
        #expect(members["policy"] as? String == "workspace-write")
        #expect(members["writable"] as? [String] == ["/w"] && members["timeoutMilliseconds"] as? Int == 5000)
        #expect(members["program"] as? String == "curl" && members["arguments"] as? Int == 2)
        #expect(!"\(members)".contains("token"))
    }

    @Test func everyOtherEventHasItsFields() throws {
        let path = try HostPath("/w/\u{e9} \"\\")
        let events: [(AuditEvent, String)] = [
            (.policyRefused(PolicyError(.homeDirectory, path)), "home-directory"),
            (.weakened(.noSandbox), "no-sandbox"), (.weakened(.sameUser), "same-user"),
            (.weakened(.privateFiles), "private-files"), (.weakened(.gate("abstract-unix-sockets")), "abstract"),
            (.grantsChanged(GrantChange(root: path, kind: .writing, changed: 7, omitted: 2)), "writing"),
            (.launchRefused(layer: "firewall", reason: "it is flushed"), "it is flushed"),
            (.commandEnded(.exited(3)), "3"), (.commandEnded(.signaled(9)), "9"), (.commandEnded(.timedOut), "1"),
        ]
        for (event, says) in events { #expect("\(try read(event))".contains(says), "\(event)") }
    }

    @Test func timesAreThoseOfTheCalendar() throws {
        let style = Date.ISO8601FormatStyle()
        let days = stride(from: -135_000 as Int64, to: 2_930_000, by: 97)
        for second in days.map({ $0 * 86_400 + abs($0) * 7 % 86_400 }) {
            let date = Date(timeIntervalSince1970: Double(second)).formatted(style)
            #expect(CalendarTime(milliseconds: second * 1000 + 7).description == date.dropLast() + ".007Z")
        }
        #expect(CalendarTime(milliseconds: -1).description == "1969-12-31T23:59:59.999Z")
        #expect(CalendarTime(milliseconds: 951_782_400_000).description == "2000-02-29T00:00:00.000Z")
        #expect(CalendarTime(milliseconds: 4_107_542_399_999).description == "2100-02-28T23:59:59.999Z")
    }
}
