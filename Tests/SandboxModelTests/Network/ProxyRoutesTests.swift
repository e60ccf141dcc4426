import SandboxModel
import Testing
import WindowsSecurity

struct ProxyRoutesTests {
    @Test(
        arguments: [
            ("example.org", "example.org"), ("EXAMPLE.org", "example.org"), ("example.org.", "example.org"),
            ("xn--bcher-kva.example", "xn--bcher-kva.example"), ("1password.com", "1password.com"),
            ("0xa.example", "0xa.example"), ("a", "a"), ("10.example", "10.example"),
        ])
    func spellingsOfAName(bytes: String, name: String) throws {
        #expect(try HostName(parsing: Array(bytes.utf8)).text == name)
    }

    @Test(
        arguments: [
            ("", .empty), (".", .empty), ("..", .labelOfWrongLength), (".example.org", .labelOfWrongLength),
            ("example..org", .labelOfWrongLength), ("example.org..", .labelOfWrongLength),
            (String(repeating: "a", count: 64), .labelOfWrongLength),
            (String(repeating: "a.", count: 127) + "b", .tooLong),
            ("evil.example/example.org", .forbiddenByte(0x2F)), ("a@example.org", .forbiddenByte(0x40)),
            ("example.org:443", .forbiddenByte(0x3A)), ("example.org ", .forbiddenByte(0x20)),
            ("ex\u{E4}mple.org", .forbiddenByte(0xC3)), ("example\u{3002}org", .forbiddenByte(0xE3)),
            ("example%2Eorg", .forbiddenByte(0x25)), ("*.example.org", .forbiddenByte(0x2A)),
            ("[::1]", .forbiddenByte(0x5B)), ("::1", .forbiddenByte(0x3A)), ("-a.example", .hyphenAtAnEdge),
            ("a-.example", .hyphenAtAnEdge), ("127.0.0.1", .address), ("127.1", .address), ("127.0.0.1.", .address),
            ("2130706433", .address), ("0x7f000001", .address), ("0X7F.1", .address), ("0177.0.0.01", .address),
            ("example.0x", .address), ("example.1", .address),
        ] as [(String, HostNameError)])
    func whatIsNoName(bytes: String, error: HostNameError) {
        #expect(throws: error) { try HostName(parsing: Array(bytes.utf8)) }
    }

    /// Which some readers take for the end.
    @Test func aZeroByteIsInNoName() {
        for text in ["evil.example\0.example.org", "example.org\0", "\0"] {
            #expect(throws: HostNameError.forbiddenByte(0)) { try HostName(parsing: Array(text.utf8)) }
        }
    }

    /// Whatever bytes come, a name that is accepted reads to itself.
    @Test func namesAreTotalAndStable() throws {
        var generator = SystemRandomNumberGenerator()
        let alphabet = Array("aZ0-.x\0%:@/".utf8) + [0x80, 0xFF]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            guard let name = try? HostName(parsing: bytes) else { continue }
            #expect(try HostName(parsing: Array(name.text.utf8)) == name)
            #expect(name.text.utf8.allSatisfy { (0x2D...0x7A).contains($0) })
        }
    }

    @Test(
        arguments: [
            ("example.org", 443, nil), ("Example.Org.", 443, nil), ("example.org", 80, "example.org:80"),
            ("www.example.org", 443, "www.example.org:443"), ("org", 443, "org:443"),
            ("example.org.evil.example", 443, "example.org.evil.example:443"),
            ("notexample.org", 443, "notexample.org:443"),
        ] as [(String, UInt16, String?)])
    func destinationsAreThoseOfTheRoute(host: String, port: UInt16, refused: String?) throws {
        var generator = SystemRandomNumberGenerator()
        var routes = ProxyRoutes()
        let listed = try #require(ProxyDestination("example.org:443"))
        let other = try #require(ProxyDestination("other.example:443"))
        let route = routes.open(to: [listed], using: &generator)
        let second = routes.open(to: [other], using: &generator)
        func ask(_ list: [SID]?) throws(ProxyRefusal) -> ProxyDestination {
            try routes.destination(host: Array(host.utf8), port: port, for: list)
        }
        if let refused {
            let destination = try #require(ProxyDestination(refused))
            #expect(throws: ProxyRefusal.notListed(destination)) { try ask([.everyone, route]) }
        } else {
            #expect(try ask([.everyone, route]) == listed)
        }
        for list in [nil, [], [.everyone], [route, second]] as [[SID]?] {
            #expect(throws: ProxyRefusal.noRoute) { try ask(list) }
        }
        routes.close(route)
        #expect(throws: ProxyRefusal.noRoute) { try ask([route]) }
    }

    @Test(arguments: [
        "", "example.org", "example.org:", "example.org:0", "example.org:65536", "example.org:x", ":443",
        "10.0.0.1:443",
    ])
    func whatIsNoDestination(text: String) { #expect(ProxyDestination(text) == nil) }
}
