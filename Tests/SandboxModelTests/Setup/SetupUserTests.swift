import SandboxModel
import Testing

@Suite struct SetupUserTests {
    static let names: [(String, Bool)] = [
        ("alice", true), ("_apt", true), ("a", true), ("Bob.Smith", true), ("x-1", true), ("1alice", true),
        ("alice@example", true), ("machine$", true), (String(repeating: "a", count: 32), true),
        (String(repeating: "a", count: 33), false), ("", false), ("1000", false), ("0", false), ("-rf", false),
        (".", false), ("..", false), ("@x", false), ("a b", false), ("a:b", false), ("a,b", false), ("a/b", false),
        ("a\nb", false), ("a\0b", false), ("a\"b", false), ("a\\b", false), ("ä", false), ("a;b", false),
        ("$(id)", false),
        ("a#b", false), ("*", false),
    ]

    @Test(arguments: names) func onlyAccountNamesAreNames(_ name: String, _ isValid: Bool) {
        #expect(RealUser.isValid(name: name) == isValid)
        #expect((RealUser(name: name, identifier: 1000) != nil) == isValid)
    }

    @Test func nobodyIsTheAdministrator() {
        #expect(RealUser(name: "root", identifier: 0) == nil)
        #expect(RealUser(name: "nobody", identifier: .max) == nil)
        #expect(RealUser(name: "somebody", identifier: .max - 1) != nil)
    }

    /// Every byte at every place: what is allowed is a short list.
    @Test func allowedBytes() {
        for byte in UInt8.min...UInt8.max {
            let name = String(decoding: [UInt8(ascii: "a"), byte, UInt8(ascii: "z")], as: UTF8.self)
            let isAllowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-@$".utf8.contains(byte)
            #expect(RealUser.isValid(name: name) == isAllowed, "\(byte)")
        }
    }
}
