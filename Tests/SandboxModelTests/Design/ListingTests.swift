import SandboxModel
import Testing

/// The list of designs that every program prints.
struct ListingTests {
    private static let lines = SandboxDesign.listing.split(separator: "\n")

    /// The lines of designs by name, each with the heading that it stands below.
    private static let entries: [Substring: (heading: Substring, words: [Substring])] = {
        var heading: Substring = ""
        return lines.dropFirst().reduce(into: [:]) { entries, line in
            let words = line.split(separator: " ")
            if SandboxDesign.named(String(words[0])) != nil {
                entries[words[0]] = (heading, words)
            } else {
                heading = line
            }
        }
    }()

    @Test func everyLineFitsATerminal() {
        for line in Self.lines { #expect(line.count <= 80, "\(line)") }
    }

    @Test(arguments: SandboxDesign.windows) func everyDesignStandsBelowWhatConfines(design: SandboxDesign) throws {
        let entry = try #require(Self.entries[design.name[...]], "\(design.name) is not listed")
        let scope = try #require(entry.words.last)
        #expect("\(entry.heading); a capability for each \(scope)" == design.summary)
    }

    @Test func linesSayWhereADesignComesFrom() {
        let origins = Self.entries.mapValues { $0.words.dropFirst().dropLast().joined(separator: " ") }
        #expect(origins.count == SandboxDesign.windows.count)
        #expect(origins["first-elevated"] == "since 2025-12-12")
        #expect(origins["app-container"] == "rejected")
        #expect(origins["sealed-programs"] == "a mistake")
    }
}
