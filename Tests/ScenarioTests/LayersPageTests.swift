import Foundation
import KernelStage
import SandboxModel
import Scenarios
import Testing

/// `docs/layers.md` names every layer of the three vocabularies, and nothing else; and the files it names are there.
struct LayersPageTests {
    /// A table of the page: the names in each column of names, and the paths in its last one.
    private struct Table {
        var names: [[String]]
        var paths: [String]
    }

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: Stage.repository.appending(path: path), encoding: .utf8)
    }

    /// What stands between backquotes in a cell.
    private static func quoted(_ cell: Substring) -> [String] {
        cell.matches(of: /`([^`]+)`/).map { String($0.output.1) }
    }

    private static func tables() throws -> [Table] {
        try text("docs/layers.md").split(separator: /\n\|[-|]+\n/).dropFirst().map { part in
            let rows = part.split(separator: "\n").prefix { $0.hasPrefix("|") }
            let cells = rows.map { $0.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast() }
            let columns = (cells.first?.count ?? 0) - 2
            return Table(
                names: (0..<max(0, columns)).map { column in
                    cells.flatMap { quoted($0[$0.startIndex + column]) }
                },
                paths: cells.flatMap { $0.last.map(quoted) ?? [] })
        }
    }

    /// The names that the command runner reports, as its C table has them.
    private static func runnerLayers() throws -> [String] {
        try text("Platforms/Linux/CConfinement/failure.c").matches(of: /\[CONFINEMENT_\w+\] = "([^"]+)"/)
            .map { String($0.output.1) }
    }

    @Test func everyLayerOfLinuxHasItsRow() throws {
        let tables = try Self.tables()
        try #require(tables.count == 2 && tables[0].names.count == 3)
        let expected = [
            LaunchGate.allCases.map(\.rawValue), try Self.runnerLayers(),
            Layer.layers(on: .linux).map(\.rawValue),
        ]
        for (names, known) in zip(tables[0].names, expected) {
            #expect(known.count > 10)
            #expect(Set(names).symmetricDifference(known).isEmpty, "\(Set(names).symmetricDifference(known).sorted())")
        }
    }

    @Test func everyLayerOfWindowsHasItsRow() throws {
        let tables = try Self.tables()
        try #require(tables.count == 2 && tables[1].names.count == 1)
        let difference = Set(tables[1].names[0]).symmetricDifference(Layer.layers(on: .windows).map(\.rawValue))
        #expect(difference.isEmpty, "\(difference.sorted())")
    }

    @Test func everyFileIsThere() throws {
        for table in try Self.tables() {
            #expect(table.paths.count > 10)
            for path in table.paths {
                let place = Stage.repository.appending(path: path).path(percentEncoded: false)
                #expect(FileManager.default.fileExists(atPath: place), "\(path)")
            }
        }
    }
}
