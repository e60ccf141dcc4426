import Foundation
import SandboxModel
import Testing
import WindowsSecurity

struct InvariantTests {
    /// A line of the record's list.
    private struct Row {
        let id: String
        let word: String
    }

    private func record() throws -> [Row] {
        try Fixtures.rows("invariants/record.rows").map { line in
            let fields = line.split(separator: " ").map(String.init)
            return Row(id: try #require(fields.first), word: try #require(fields.last))
        }
    }

    @Test(arguments: Invariant.all)
    func answersAsTheRecordSays(invariant: Invariant) throws {
        let answer = try invariant.ask(try Stage(invariant.design, questions: invariant.reading))
        #expect(answer.holds == invariant.mark.isToHold, "\(answer.grounds)")
        if let grounds = invariant.mark.grounds { #expect(answer.grounds == grounds) }
    }

    /// Where the documented design falls short, a named change of it does not.
    @Test(arguments: Invariant.all.filter { $0.remedy != nil })
    func theRemedyKeepsTheClaim(invariant: Invariant) throws {
        let answer = try invariant.ask(try Stage(try #require(invariant.remedy), questions: invariant.reading))
        #expect(answer.holds, "\(answer.grounds)")
    }

    @Test func everyClaimOfTheRecordIsAskedOrShownElsewhere() throws {
        let asked = Invariant.all.map(\.id)
        let others = try Elsewhere.all().map(\.id) + Elsewhere.unexpressed()
        let numbers = try record().map(\.id)
        #expect(Set(numbers).count == numbers.count && numbers == numbers.sorted())
        #expect((asked + others).sorted() == numbers)
    }

    @Test func marksAreThoseOfTheRecord() throws {
        let words = Dictionary(uniqueKeysWithValues: try record().map { ($0.id, $0.word) })
        for invariant in Invariant.all { #expect(invariant.mark.word == words[invariant.id], "\(invariant.id)") }
    }

    /// What another test shows is shown by a test that exists.
    @Test func whatIsShownElsewhereIsThere() throws {
        for claim in try Elsewhere.all() {
            let file = Fixtures.repository.appending(path: claim.file)
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(text.contains(claim.place), "\(claim.id): \(claim.file) has no \(claim.place)")
        }
    }

    /// Where the readings of a question differ, the claims that were asked with one reading are asked with the other: denials that survive a
    /// revocation stay when a failing launch takes them back, and when the policy no longer asks for them.
    @Test(arguments: ["V079", "V080", "V082", "V087"])
    func denialsThatSurviveARevocationOutliveThePolicy(id: String) throws {
        let invariant = try #require(Invariant.all.first { $0.id == id })
        #expect(invariant.reading != OpenQuestions())
        #expect(try invariant.ask(try Stage(invariant.design)).holds == false)
    }

    /// One report says that a root that everybody may write was denied; a design that does so cannot write it.
    @Test func aScanThatDeniesInsideRootsClosesThem() throws {
        let design = SandboxDesign.elevatedOnWindows.changed("denies-inside-roots") {
            $0.audit.deniesInsideRoots = true
        }
        let invariant = try #require(Invariant.all.first { $0.id == "V014" })
        #expect(try invariant.ask(try Stage(design)).holds == false)
    }

    /// Who keeps the sessions is not known; on a machine that does not, none is left.
    @Test func sessionsThatEndWithTheirProcessesLeaveNothing() throws {
        var questions = OpenQuestions()
        questions.secondaryLogonKeepsSessions = false
        let invariant = try #require(Invariant.all.first { $0.id == "V106" })
        #expect(try invariant.ask(try Stage(invariant.design, questions: questions)).holds)
    }
}
