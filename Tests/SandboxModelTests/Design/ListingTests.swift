import SandboxModel
import Testing

/// The list of designs that every program prints.
struct ListingTests {
    @Test func everyDesignHasALine() {
        let lines = SandboxDesign.listing.split(separator: "\n")
        #expect(lines.count == SandboxDesign.windows.count + 1)
        for (line, design) in zip(lines.dropFirst(), SandboxDesign.windows) {
            #expect(line.hasPrefix(design.name + " ") && line.hasSuffix("  " + design.summary), "\(line)")
        }
    }

    @Test func linesSayWhereADesignComesFrom() {
        let words = SandboxDesign.listing.split(separator: "\n").map { $0.split(separator: " ").prefix(3) }
        #expect(words.contains(["first-elevated", "since", "2025-12-12"]))
        #expect(words.contains { $0.prefix(2) == ["app-container", "rejected"] })
        #expect(words.contains(["sealed-programs", "a", "mistake"]))
    }
}
