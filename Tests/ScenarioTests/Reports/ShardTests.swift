import Foundation
import KernelStage
import Scenarios
import Testing

/// Parts of a sweep: each scenario is in one of them, and only what belongs together becomes a whole.
struct ShardTests {
    @Test(arguments: 1...7) func partsAreCompleteAndDisjoint(count: Int) throws {
        let corpus = try Corpus([Stage.repository.appending(path: "Fixtures/scenarios")])
        let ids = corpus.scenarios.map(\.id)
        let shards = (1...count).compactMap { Shard($0, of: count) }
        #expect(shards.count == count)
        for id in ids { #expect(shards.count { $0.contains(id) } == 1, "\(id)") }
        // Machines finish at about the same time.
        for shard in shards { #expect(ids.count(where: shard.contains) > ids.count / count / 2, "\(shard)") }
    }

    @Test func partsStayTheSame() {
        let ids = [
            "append-in-workspace", "create-in-workspace", "rename-in-workspace", "hard-link-in-workspace", "", "Ä",
        ]
        #expect(ids.map { id in (1...7).first { Shard($0, of: 7)?.contains(id) == true } } == [1, 4, 4, 6, 1, 2])
    }

    @Test(arguments: ["", "1", "0/3", "4/3", "-1/3", "1/", "/3", "1/2/3", "a/b", "1/100001", "1/99999999999999999999"])
    func whatIsNoPartIsRefused(text: String) { #expect(Shard(text) == nil) }

    @Test(arguments: 1...7) func partsBecomeTheWhole(count: Int) throws {
        let parts = try (1...count).map { ("\($0).json", try Examples.report(shard: Shard($0, of: count))) }
        #expect(try MatrixReport.merged(parts.shuffled()) == Examples.report())
    }

    @Test func aWholeStaysWhatItIs() throws {
        let report = try Examples.report()
        #expect(try MatrixReport.merged([("a.json", report)]) == report)
    }

    /// Each change makes parts that do not belong together; the complaint says which and why.
    @Test(
        arguments: [
            ("missing", "these are missing: 2"), ("twice", "is in 1.json too"), ("whole", "not of a part"),
            ("other count", "is one of 3"), ("other corpus", "were not the same"), ("other columns", "columns"),
            ("lost row", "lacks 'scenario-"), ("foreign row", "is not its own"), ("row twice", "twice"),
            ("none", "no reports"),
        ])
    func whatDoesNotBelongTogetherIsRefused(change: String, reason: String) throws {
        var parts = try (1...3).map { ("\($0).json", try Examples.report(shard: Shard($0, of: 3))) }
        func edit(_ index: Int, _ edit: (inout [String: Any]) -> Void) throws {
            let json = try JSONSerialization.jsonObject(with: Data(try parts[index].1.json().utf8))
            var document = try #require(json as? [String: Any])
            edit(&document)
            let bytes = try JSONSerialization.data(withJSONObject: document)
            parts[index].1 = try MatrixReport(json: Array(bytes), name: parts[index].0)
        }
        switch change {
        case "missing": parts.remove(at: 1)
        case "twice": parts[2] = ("again.json", parts[0].1)
        case "whole": parts[1].1 = try Examples.report()
        case "other count": parts[1].1 = try Examples.report(shard: Shard(2, of: 4))
        case "other corpus": parts[1].1 = try Examples.report(shard: Shard(2, of: 3), digest: "4567")
        case "other columns": try edit(1) { $0["groups"] = [] }
        case "lost row": try edit(1) { $0["rows"] = ($0["rows"] as? [Any])?.dropLast().map(\.self) }
        case "foreign row":
            let json = try JSONSerialization.jsonObject(with: Data(try parts[0].1.json().utf8)) as? [String: Any]
            let foreign = try #require((json?["rows"] as? [Any])?.first)
            try edit(1) { $0["rows"] = (($0["rows"] as? [Any]) ?? []) + [foreign] }
        case "row twice":
            try edit(1) { document in
                let rows = (document["rows"] as? [Any]) ?? []
                document["rows"] = rows + rows.prefix(1)
            }
        default: parts = []
        }
        let error = #expect(throws: ReportError.self) { try MatrixReport.merged(parts) }
        let message = try #require(error).description
        #expect(message.contains(reason), "\(message)")
    }
}
