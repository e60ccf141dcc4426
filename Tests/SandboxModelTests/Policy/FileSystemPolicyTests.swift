import SandboxModel
import Testing

struct FileSystemPolicyTests {
    /// Every assignment of nothing, read, write or deny to the four paths `/`, `/a`, `/a/b`, `/a/b/c`, asked about five paths:
    /// the deepest entry on the way decides.
    @Test func theDeepestEntryDecides() {
        let places = ["/", "/a", "/a/b", "/a/b/c"].map(path)
        let choices: [PathAccess?] = [nil, .read, .write, .deny]
        var count = 0
        for code in 0..<256 {
            let chosen = (0..<4).map { choices[code >> (2 * $0) & 3] }
            let entries = zip(places, chosen).compactMap { place, access in
                access.map { PolicyEntry(path: place, access: $0) }
            }
            let policy = FileSystemPolicy(entries: entries.reversed())
            for (asked, depth) in zip(["/", "/a", "/a/b", "/a/b/c", "/a/b/c/d"], [0, 1, 2, 3, 3]) {
                let expected = chosen[...depth].compactMap(\.self).last ?? .deny
                #expect(policy.access(to: path(asked)) == expected, "\(code) \(asked)")
                count += 1
            }
            #expect(policy.access(to: path("/x")) == (chosen[0] ?? .deny))
        }
        #expect(count == 1280)
    }

    /// At equal depth deny beats write beats read, in whatever order the entries stand.
    @Test func atEqualDepthTheStricterWins() {
        for first in PathAccess.allCases {
            for second in PathAccess.allCases {
                let entries = [first, second].map { PolicyEntry(path: path("/a"), access: $0) }
                #expect(FileSystemPolicy(entries: entries).access(to: path("/a/b")) == max(first, second))
            }
        }
        #expect(PathAccess.deny > .write)
        #expect(PathAccess.write > .read)
    }

    @Test func anEmptyPolicyDeniesEverything() {
        let policy = FileSystemPolicy(entries: [])
        #expect(policy.decision(for: .root) == nil)
        #expect(policy.access(to: .root) == .deny)
    }

    @Test func aSiblingWithTheSamePrefixIsNotCovered() {
        let policy = FileSystemPolicy(entries: [PolicyEntry(path: path("/a"), access: .write)])
        #expect(policy.access(to: path("/ab")) == .deny)
    }
}
