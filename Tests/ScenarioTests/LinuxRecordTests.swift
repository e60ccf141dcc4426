import Testing

@testable import Scenarios

/// What the lines of a private machine amount to.
struct LinuxRecordTests {
    /// A trial of two attempts in the sandbox.
    private func trial(_ mode: Mode?) throws -> Trial {
        let host = """
            schema: 1
            title: A host
            places: {home: {linux: /home/alice}}
            workspaces: [plain]
            files: []
            """
        let text = """
            schema: 1
            title: A group
            host: a
            workspace: plain
            scenarios:
              - id: one
                title: Two attempts
                sources: [attack 1]
                attempts: [append $workspace/file, delete $workspace/file]
                control: user
                expect: denied
                decided: {linux: mounts, linux-unelevated: mounts, windows: restricted-pass}
            """
        let file = try ScenarioFile(text, path: "a.yaml") { _ throws(ScenarioFileError) in
            try Host(host, path: "hosts/a.yaml", name: "a")
        }
        return Trial(try #require(file.scenarios.first), in: mode)
    }

    private func observation(
        _ answers: [String], _ complaint: String = "", by confinement: LinuxConfinement, in mode: Mode? = .offline
    ) throws -> Observation {
        let record = LinuxRecord(kind: "steps", status: 1, answers: answers, complaint: complaint)
        return LinuxRecord.observation([record], of: try trial(mode), by: confinement)
    }

    @Test func theLastAnswerDecides() throws {
        #expect(try observation(["ok", "EROFS"], by: .elevated).verdict == .denied)
        #expect(try observation(["EROFS", "ok"], by: .bubblewrap).verdict == .allowed)
    }

    /// The sandbox that expectations are about may refuse to start, and that is an answer; another has shown nothing then.
    @Test func notStarted() throws {
        #expect(try observation([], by: .elevated).verdict == .denied)
        let other = try observation([], "no such option", by: .bubblewrap)
        #expect(other.verdict == .notApplicable && other.answer == "not performed: no such option (status 1)")
        #expect(try observation([], by: .elevated, in: nil).verdict == .notApplicable)
    }

    @Test(arguments: [LinuxConfinement.elevated, .landlock]) func answersAreMissing(by: LinuxConfinement) throws {
        let cut = try observation(["ok"], "killed", by: by)
        #expect(cut.verdict == .notApplicable && cut.answer == "not performed: 1 of 2 answers, killed (status 1)")
    }

    /// firejail runs a command without a sandbox where it thinks that it is in one.
    @Test func notConfined() throws {
        let unconfined = try observation(["ok", "ok"], "an existing sandbox was detected", by: .firejail)
        #expect(unconfined.verdict == .notApplicable && unconfined.answer.contains("did not confine the command"))
        #expect(try observation(["ok", "ok"], "Child process initialized in 3 ms", by: .firejail).verdict == .allowed)
        #expect(try observation(["ok", "ok"], by: .firejail, in: nil).verdict == .allowed)
    }
}
