import Foundation
import KernelStage
import Scenarios
import Testing

/// Every row of the attack list is attempted by a scenario, shown by another test, or left out with a reason; and every source is known.
struct CoverageTests {
    /// A line of `Fixtures/scenarios/attacks.rows`.
    private struct Row {
        let number: String
        /// A file and a function in it, or a dash and a reason; nothing for what a scenario attempts.
        let elsewhere: [String]?
    }

    private static func lines(_ path: String) throws -> [String] {
        try String(contentsOf: Stage.repository.appending(path: "Fixtures/\(path)"), encoding: .utf8)
            .split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    }

    private static func rows() throws -> [Row] {
        try lines("scenarios/attacks.rows").map { line in
            let parts = line.components(separatedBy: " | ")
            return Row(
                number: String(parts[0].prefix { $0.isNumber }),
                elsewhere: parts.count == 2 ? parts[1].components(separatedBy: " ") : nil)
        }
    }

    private static func sources() throws -> Set<String> {
        Set(try Corpus([Stage.repository.appending(path: "Fixtures/scenarios")]).scenarios.flatMap(\.sources))
    }

    @Test func everyRowIsAttemptedOrShownElsewhere() throws {
        let rows = try Self.rows()
        let sources = try Self.sources()
        #expect(rows.count == 102, "the list has 102 rows")
        #expect(Set(rows.map(\.number)).count == rows.count)
        for row in rows {
            guard let elsewhere = row.elsewhere else {
                #expect(sources.contains("attack \(row.number)"), "no scenario attempts row \(row.number)")
                continue
            }
            #expect(!sources.contains("attack \(row.number)"), "row \(row.number) is attempted after all")
            if elsewhere.first == "-" {
                #expect(elsewhere.count > 3, "row \(row.number) has no reason")
            } else {
                try #require(elsewhere.count == 2)
                let text = try String(contentsOf: Stage.repository.appending(path: elsewhere[0]), encoding: .utf8)
                #expect(text.contains("func \(elsewhere[1])("), "row \(row.number): no \(elsewhere[1])")
            }
        }
    }

    /// A source is a row of the attack list, a claim or an incident of the record.
    @Test func everySourceIsKnown() throws {
        let incidents = try FileManager.default.contentsOfDirectory(
            atPath: Stage.repository.appending(path: "Fixtures/incidents").path())
        let known = Set(
            try Self.rows().map { "attack \($0.number)" }
                + Self.lines("invariants/record.rows").map { String($0.prefix { $0 != " " }) }
                + Self.lines("incidents/left-out.rows").map { String($0.prefix { $0 != " " }) }
                + incidents.filter { $0.hasSuffix(".yaml") }.map { name in
                    "K\(Int(name.dropFirst().dropLast(5)) ?? 0)"
                })
        let unknown = try Self.sources().subtracting(known)
        #expect(unknown.isEmpty, "\(unknown.sorted())")
    }
}
