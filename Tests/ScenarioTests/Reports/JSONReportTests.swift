import Scenarios
import Testing

/// A report says the same after it was written and read.
struct JSONReportTests {
    @Test func aReportIsReadAsItWasWritten() throws {
        for shard in [nil, Shard(2, of: 3)] {
            let report = try Examples.report(shard: shard)
            let json = try report.json()
            let again = try MatrixReport(json: Array(json.utf8), name: "a.json")
            #expect(again == report)
            #expect(try again.json() == json)
        }
    }

    @Test func theSumsAreThoseOfTheRows() throws {
        let report = try Examples.report()
        #expect(report.summary.scenarios == 12 && report.summary.cells == 12 * 12)
        #expect(report.summary.count(.differs) == 3 && report.summary.count(.otherLayer) == 1)
        #expect(report.summary.count(.observed) == 12 * 4 && report.summary.controlled == 12)
        #expect(report.summary.divergences == 1 && !report.isGreen)
        // `scenario-1` is denied on Linux only in three modes, `scenario-2` differs in one mode as declared.
        let agreement = try #require(report.agreements.first)
        #expect(report.agreements.count == 1 && agreement.same == 12 * 4 - 4)
        #expect(agreement.silent == 3 && agreement.declared == 1 && agreement.notApplicable == 0)
        // The other sandbox allows everything.
        let comparison = try #require(report.baselineComparisons.first)
        #expect(report.baselineComparisons.count == 1 && comparison.reference == "linux")
        #expect(comparison.stopped == 0 && comparison.passed == 12 + 3 && comparison.worked == 12 * 3 - 3)
        #expect(comparison.hindered == 0 && comparison.notPerformed == 0)
    }

    @Test(
        arguments: [
            ("", "the document"), ("[]", "the document"), ("{}", "'schema' is missing"),
            (#"{"schema": "one"}"#, "schema"), ("\u{0}", "the document"),
        ])
    func anythingElseIsRefusedByName(text: String, reason: String) throws {
        let error = #expect(throws: ReportError.self) { try MatrixReport(json: Array(text.utf8), name: "b.json") }
        let message = try #require(error).description
        #expect(message.hasPrefix("b.json: ") && message.contains(reason), "\(message)")
    }

    @Test func anotherSchemaIsRefused() throws {
        let json = try Examples.report().json().split(separator: "\n").map {
            $0.contains(#""schema""#) ? #"  "schema" : 2,"# : String($0)
        }.joined(separator: "\n")
        #expect(throws: ReportError.self) { try MatrixReport(json: Array(json.utf8), name: "c.json") }
    }
}
