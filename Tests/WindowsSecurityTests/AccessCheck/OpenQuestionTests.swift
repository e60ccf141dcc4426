import Testing
import WindowsSecurity

/// Every switch of ``OpenQuestions`` changes what it is about, and nothing asks elsewhere.
@Suite struct OpenQuestionTests {
    @Test(arguments: OpenQuestion.all)
    func bothReadingsCanBeTaken(question: OpenQuestion) throws {
        let modelled = OpenQuestions()
        var other = modelled
        question.change(&other)
        #expect(try question.asModelled(modelled))
        #expect(try !question.asModelled(other))
        #expect(Self.changes(from: modelled, to: other) == [question.property])
    }

    /// The last one is about logon sessions, and asked of the simulated machine.
    @Test func everySwitchIsAsked() {
        let asked = OpenQuestion.all.map(\.property) + ["secondaryLogonKeepsSessions"]
        #expect(Set(asked) == Set(Self.readings(of: OpenQuestions()).keys))
        #expect(Set(asked).count == asked.count)
    }

    private static func changes(from one: OpenQuestions, to other: OpenQuestions) -> [String] {
        let others = readings(of: other)
        return readings(of: one).filter { others[$0.key] != $0.value }.map(\.key)
    }

    /// The readings by the names of their switches.
    private static func readings(of questions: OpenQuestions) -> [String: String] {
        var readings: [String: String] = [:]
        for subject in [Mirror(reflecting: questions), Mirror(reflecting: questions.ofAccessCheck)] {
            for child in subject.children where child.label != "ofAccessCheck" {
                readings[child.label ?? "?"] = "\(child.value)"
            }
        }
        return readings
    }
}
