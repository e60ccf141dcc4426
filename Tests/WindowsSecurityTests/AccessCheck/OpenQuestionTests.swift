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
        #expect(Set(asked) == Set(Mirror(reflecting: OpenQuestions()).children.compactMap(\.label)))
        #expect(Set(asked).count == asked.count)
    }

    private static func changes(from one: OpenQuestions, to other: OpenQuestions) -> [String] {
        zip(Mirror(reflecting: one).children, Mirror(reflecting: other).children)
            .filter { "\($0.value)" != "\($1.value)" }.compactMap { $0.0.label }
    }
}
