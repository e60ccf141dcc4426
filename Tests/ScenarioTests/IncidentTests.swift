import Foundation
import KernelStage
import SandboxModel
import Testing
import Yams

/// The incidents of the record: each is told once, or left out with a reason.
struct IncidentTests {
    private struct Incident: Decodable {
        let id: String
        let title: String
        let story: String
        let failed: String
        let fixed: String
        let issues: [String]
        let replay: String
    }

    private static let directory = Stage.repository.appending(path: "Fixtures/incidents")

    private static func incidents() throws -> [Incident] {
        try FileManager.default.contentsOfDirectory(atPath: directory.path()).filter { $0.hasSuffix(".yaml") }.map {
            try YAMLDecoder().decode(Incident.self, from: Data(contentsOf: directory.appending(path: $0)))
        }
    }

    @Test func eachIsToldInFull() throws {
        for incident in try Self.incidents() {
            #expect(!incident.title.isEmpty && !incident.replay.isEmpty, "\(incident.id)")
            #expect((1...4).contains(incident.story.components(separatedBy: ". ").count), "\(incident.id)")
            #expect(SandboxDesign.named(incident.failed) != nil, "\(incident.id): \(incident.failed) is no design")
            #expect(
                incident.fixed == "open" || SandboxDesign.named(incident.fixed) != nil,
                "\(incident.id): \(incident.fixed) is no design")
            #expect(incident.issues.allSatisfy { $0.hasPrefix("https://github.com/") }, "\(incident.id)")
        }
    }

    @Test func noneIsTwiceAndNoneIsMissing() throws {
        let told = try Self.incidents().map(\.id)
        let rows = try String(contentsOf: Self.directory.appending(path: "left-out.rows"), encoding: .utf8)
        let left = rows.split(separator: "\n").filter { $0.hasPrefix("K") }.map {
            $0.split(separator: " ", maxSplits: 1)
        }
        #expect(left.allSatisfy { $0.count == 2 }, "each has its reason")
        let all = told + left.compactMap { $0.first.map(String.init) }
        #expect(Set(all).count == all.count)
        #expect(all.count == 54, "the record has 54 incidents")
    }
}
