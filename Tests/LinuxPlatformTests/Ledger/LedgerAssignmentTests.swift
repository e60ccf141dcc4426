import LinuxPlatform
import SandboxModel
import Testing

@Suite struct LedgerAssignmentTests {
    private let block = Registry.Block(user: 1000, first: 66000, count: 4)

    @Test func lowestFreeIdIsGiven() throws {
        var ledger = GrantLedger()
        let roots = try ["/a", "/b", "/c"].map { try HostPath($0) }
        let groups = try roots.map { try ledger.assign($0, in: block).group }
        #expect(groups == [66000, 66001, 66002])
        #expect(Set(ledger.capabilities.roots.values).count == 3)
        #expect(try ledger.assign(roots[1], in: block).group == 66001)
        let error = #expect(throws: LedgerError.self) { _ = try ledger.assign(try HostPath("/d"), in: block) }
        #expect(error?.code == .blockExhausted && error?.description.contains("sallyport revoke") == true)
        ledger.remove(roots[1])
        #expect(try ledger.assignReadOnly(in: block).group == 66001)
        #expect(ledger.groups.count == 3)
    }

    @Test func anotherBlockMakesFormerGrants() throws {
        var ledger = GrantLedger()
        let root = try HostPath("/a")
        let first = try ledger.assign(root, in: block)
        let second = try ledger.assign(root, in: Registry.Block(user: 1000, first: 67000, count: 3))
        #expect(second.group == 67000 && second.sid != first.sid)
        #expect(ledger.former == [GrantLedger.FormerGrant(root: root, group: 66000)])
        // The id is not given again while its entries may still lie around.
        #expect(try ledger.assign(try HostPath("/b"), in: block).group == 66001)
    }

    @Test func passedAncestorsAreNeededByWhatLiesBelow() throws {
        var ledger = GrantLedger()
        let home = try HostPath("/home/alice")
        ledger.traversed = [home, try HostPath("/home/alice/x")]
        _ = try ledger.assign(try HostPath("/home/alice/x"), in: block)
        #expect(ledger.unneededTraversals == [try HostPath("/home/alice/x")])
        ledger.remove(try HostPath("/home/alice/x"))
        ledger.readable = [try HostPath("/home/alicex")]
        #expect(ledger.unneededTraversals.count == 2)
        ledger.readable = [try HostPath("/home/alice/y")]
        #expect(ledger.unneededTraversals == [try HostPath("/home/alice/x")])
    }
}
