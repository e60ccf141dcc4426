import LinuxPlatform
import PosixSecurity
import SandboxModel
import Testing
import WindowsSecurity

@Suite struct LedgerTextTests {
    static let block = Registry.Block(user: 1000, first: 65536, count: 512)

    static func ledger() throws -> GrantLedger {
        var ledger = GrantLedger()
        for root in ["/home/alice/work", "/home/alice/with space", "/srv/caf\u{e9} 100%"] {
            _ = try ledger.assign(try HostPath(root), in: block)
        }
        _ = try ledger.assignReadOnly(in: block)
        ledger.former = [GrantLedger.FormerGrant(root: try HostPath("/old"), group: 70000)]
        ledger.identities = [
            GrantLedger.Identities(offline: 999, online: 998, readers: 66047),
            GrantLedger.Identities(offline: 990, online: 998, readers: 70655),
        ]
        ledger.readable = [try HostPath("/opt/tools"), .root]
        ledger.traversed = [try HostPath("/home/alice"), try HostPath("/home/alice/gone")]
        let before = AccessLists(
            access: try AccessControlList(text: "u::rw-,u:7:rw-,g::r--,m::---,o::r--"),
            inherited: try AccessControlList(text: "u::rwx,g::r-x,o::---"))
        let after = AccessLists(
            access: try AccessControlList(text: "u::rw-,u:7:---,g::---,g:65536:rw-,m::rw-,o::r--"))
        ledger.images = [
            AccessListsImage(
                path: Array("/home/alice/work/a b".utf8) + [0xE9, 10, 0x25], before: before, after: after),
            AccessListsImage(path: Array("/x".utf8), before: after, after: before),
        ]
        return ledger
    }

    @Test func readsWhatItPrints() throws {
        let ledger = try Self.ledger()
        let read = try GrantLedger(parsing: ledger.bytes)
        #expect(read == ledger)
        #expect(read.bytes == ledger.bytes)
        #expect(try GrantLedger(parsing: GrantLedger().bytes) == GrantLedger())
        #expect(String(decoding: GrantLedger().bytes, as: UTF8.self) == "sallyport-ledger 1\nend\n")
    }

    @Test func everyPrefixIsRefused() throws {
        let bytes = try Self.ledger().bytes
        for length in 0..<bytes.count {
            #expect(throws: LedgerSyntaxError.self) { try GrantLedger(parsing: Array(bytes.prefix(length))) }
        }
    }

    @Test func randomEditsAreReadOrRefusedWithAPlace() throws {
        let bytes = try Self.ledger().bytes
        var generator = SystemRandomNumberGenerator()
        var refused = 0
        for _ in 0..<4000 {
            var edited = bytes
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let place = Int.random(in: 0..<edited.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: edited[place] = UInt8.random(in: .min ... .max, using: &generator)
                case 1: edited.remove(at: place)
                default: edited.insert([10, 32, 37, 0, 47].randomElement(using: &generator) ?? 0, at: place)
                }
            }
            do throws(LedgerSyntaxError) {
                let ledger = try GrantLedger(parsing: edited)
                #expect(try GrantLedger(parsing: ledger.bytes) == ledger)
            } catch {
                refused += 1
                #expect(error.offset <= edited.count && error.line >= 1)
            }
        }
        #expect(refused > 1000)
    }

    private static let sid = "S-1-5-21-1-2-3-4"

    @Test(arguments: [
        ("", LedgerSyntaxError.Code.version, 1, 0), ("sallyport-ledger 2\nend\n", .version, 1, 0),
        ("sallyport-ledger 1\n", .truncated, 1, 19), ("sallyport-ledger 1\nend", .truncated, 2, 22),
        ("sallyport-ledger 1\nend\nx\n", .trailing, 2, 19), ("sallyport-ledger 1\nroots\nend\n", .unknownLine, 2, 19),
        ("sallyport-ledger 1\n\nend\n", .unknownLine, 2, 19),
        ("sallyport-ledger 1\nroot 65536\nend\n", .fieldCount, 2, 19),
        ("sallyport-ledger 1\nroot 5 \(sid) /a\nend\n", .group, 2, 24),
        ("sallyport-ledger 1\nroot 065536 \(sid) /a\nend\n", .group, 2, 24),
        ("sallyport-ledger 1\nroot 65536 S-1-5-32-544 /a\nend\n", .sid, 2, 30),
        ("sallyport-ledger 1\nroot 65536 \(sid) a\nend\n", .path, 2, 47),
        ("sallyport-ledger 1\nroot 65536 \(sid) /a/../b\nend\n", .path, 2, 47),
        ("sallyport-ledger 1\nroot 65536 \(sid) /a%\nend\n", .path, 2, 47),
        ("sallyport-ledger 1\nroot 65536 \(sid) /a%41\nend\n", .path, 2, 47),
        ("sallyport-ledger 1\nroot 65536 \(sid) /a\nread-only 65536 S-1-5-21-1-2-3-5\nend\n", .repeated, 3, 60),
        ("sallyport-ledger 1\nidentities 999 0 66047\nend\n", .user, 2, 34),
        ("sallyport-ledger 1\nidentities 999 998 1000\nend\n", .group, 2, 38),
        ("sallyport-ledger 1\nreadable /a\nreadable /a\nend\n", .repeated, 3, 40),
        ("sallyport-ledger 1\nimage /a u::rw-,g::r--,o::--- - u::rw- -\nend\n", .list, 2, 51),
    ]) func faultHasItsPlace(_ text: String, _ code: LedgerSyntaxError.Code, _ line: Int, _ offset: Int) {
        let error = #expect(throws: LedgerSyntaxError.self) { try GrantLedger(parsing: Array(text.utf8)) }
        #expect(error?.code == code && error?.line == line && error?.offset == offset, "\(String(describing: error))")
    }
}
