import SandboxModel
import Testing
import WindowsSecurity

struct CapabilityTests {
    @Test func hasTheDocumentedForm() {
        var source = CountingGenerator()
        var seen: Set<SID> = []
        for _ in 0..<1000 {
            let sid = CapabilitySID.random(using: &source)
            #expect(CapabilitySID.isCapability(sid))
            #expect(sid.description.hasPrefix("S-1-5-21-"))
            seen.insert(sid)
        }
        #expect(seen.count == 1000)
    }

    @Test func otherIdentifiersAreNoCapabilities() {
        for text in ["S-1-5-21-1-2-3", "S-1-5-21-1-2-3-4-5", "S-1-1-0", "S-1-5-32-1-2-3-4", "S-1-15-21-1-2-3-4"] {
            #expect(SID(text).map(CapabilitySID.isCapability) == false, "\(text)")
        }
        #expect(CapabilitySID.capability([1, 2, 3]) == nil)
    }

    @Test func oneCapabilityARoot() {
        var source = CountingGenerator()
        var ledger = CapabilityLedger()
        let first = ledger.capability(for: path("/a"), using: &source)
        let second = ledger.capability(for: path("/a/b"), using: &source)
        #expect(first != second)
        #expect(ledger.capability(for: path("/a"), using: &source) == first)
        #expect(ledger.remove(path("/a")) == first)
        #expect(ledger.capability(for: path("/a"), using: &source) != first)
    }

    @Test func aPolicyGetsItsRootsOrTheReadOnlyOne() throws {
        var source = CountingGenerator()
        var ledger = CapabilityLedger()
        let host = InventedHost(["/b": .directory, "/a": .directory])
        let writing = SandboxPolicy(mode: .workspaceWrite, workspace: path("/b"), writableRoots: [path("/a")])
        let capabilities = ledger.capabilities(
            for: try PolicyResolver.resolve(writing, facts: host), using: &source)
        #expect(capabilities.map(\.root) == [path("/a"), path("/b")])
        #expect(ledger.readOnly == nil)
        let reading = SandboxPolicy(mode: .readOnly, workspace: path("/b"))
        let only = ledger.capabilities(for: try PolicyResolver.resolve(reading, facts: host), using: &source)
        #expect(only == [Capability(root: nil, sid: try #require(ledger.readOnly))])
        #expect(!capabilities.map(\.sid).contains(only[0].sid))
    }
}
