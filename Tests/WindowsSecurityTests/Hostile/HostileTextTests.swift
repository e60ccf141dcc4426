import Testing
import WindowsSecurity

/// Text that is made to hurt: every one is read or refused with an offset, and none traps.
@Suite struct HostileTextTests {
    private func mask(_ rights: String) throws -> AccessMask? {
        try SecurityDescriptor(sddl: "D:(A;;\(rights);;;WD)").dacl.list?.entries.first?.mask
    }

    @Test(
        arguments: [
            ("4294967295", 0xFFFF_FFFF), ("4294967296", 0xFFFF_FFFF), ("18446744073709551616", 0xFFFF_FFFF),
            ("0x100000000", 0xFFFF_FFFF), ("-1", 0xFFFF_FFFF), ("-0x80000000", 0x8000_0000),
            ("-4294967296", 1),
            ("037777777777", 0xFFFF_FFFF), ("040000000000", 0xFFFF_FFFF), ("-0", 0), ("0", 0), ("00", 0),
            ("0x0000000000000000000000000000001", 1), ("1GA0x2", 0x1000_0003),
        ] as [(String, UInt32)]) func numbersSaturate(text: String, mask expected: UInt32) throws
    {
        #expect(try mask(text) == AccessMask(rawValue: expected))
        #expect(try mask(text + String(repeating: " GA", count: 2000)) != nil)
    }

    @Test func enormousNumbers() throws {
        let digits = String(repeating: "9", count: 1_000_000)
        #expect(try mask(digits)?.rawValue == .max)
        #expect(try mask("0x" + digits)?.rawValue == .max)
        #expect(try SID(parsing: "S-1-5-\(digits)").subAuthorities == [.max])
        #expect(throws: ParseError.self) { try SID(parsing: "S-1-\(digits)-1") }
        #expect(try SID(parsing: "S-1-5-" + String(repeating: "0", count: 1_000_000) + "18").subAuthorities == [18])
        for base in ["", "0x", "0"] {
            #expect(throws: ParseError.self) {
                try SecurityDescriptor(sddl: "D:(XA;;FA;;;WD;(@User.a == \(base)\(digits)))")
            }
            for letter in ["I", "U", "B"] {
                #expect(throws: ParseError.self) {
                    try SecurityDescriptor(sddl: "S:(RA;;;;;WD;(\"a\",T\(letter),0x0,\(base)\(digits)))")
                }
            }
        }
    }

    /// A number without a sign takes all 64 bits in a condition, and 63 in an attribute.
    @Test(arguments: [
        ("9223372036854775807", true, true), ("9223372036854775808", true, false),
        ("18446744073709551615", true, false), ("18446744073709551616", false, false),
        ("+9223372036854775808", false, false), ("-9223372036854775808", true, true),
        ("-9223372036854775809", false, false), ("0x7fffffffffffffff", true, true),
        ("0x8000000000000000", true, false), ("0x10000000000000000", false, false),
        ("-0x8000000000000000", true, true), ("0777777777777777777777", true, true),
        ("01000000000000000000000", true, false), ("02000000000000000000000", false, false),
    ]) func numbersHaveTheirLimits(text: String, isReadInCondition: Bool, isReadInAttribute: Bool) {
        let sddl = "D:(XA;;FA;;;WD;(@User.a == \(text)))"
        #expect(((try? SecurityDescriptor(sddl: sddl)) != nil) == isReadInCondition)
        let attribute = "S:(RA;;;;;WD;(\"a\",TI,0x0,\(text)))"
        #expect(((try? SecurityDescriptor(sddl: attribute)) != nil) == isReadInAttribute)
    }

    @Test func subAuthoritiesUpToFifteen() {
        for count in 1...40 {
            let text = "S-1-5" + String(repeating: "-4294967295", count: count)
            #expect((SID(text) != nil) == (count <= 15))
            if let sid = SID(text) { #expect(sid.description == text) }
            #expect(((try? SecurityDescriptor(sddl: "D:(A;;FA;;;\(text))")) != nil) == (count <= 15))
        }
        #expect(SID("S-1-0xffffffffffff-1")?.description == "S-1-0xFFFFFFFFFFFF-1")
        #expect(SID("S-1-0x1000000000000-1") == nil)
    }

    /// A hundred levels are read and printed, too many refused, whatever nests.
    @Test(arguments: ["(", "!(", "(!("]) func deepConditions(opening: String) throws {
        for depth in [1, 100, 150] {
            let text =
                String(repeating: opening, count: depth) + "a"
                + String(repeating: ")", count: depth * opening.filter { $0 == "(" }.count)
            let descriptor = try SecurityDescriptor(sddl: "D:(XA;;FA;;;WD;(\(text)))")
            #expect(try SecurityDescriptor(sddl: descriptor.sddl()) == descriptor)
        }
        for depth in [600, 100_000] {
            let text = String(repeating: opening, count: depth) + "a"
            let error = #expect(throws: ParseError.self) { try SecurityDescriptor(sddl: "D:(XA;;FA;;;WD;(\(text)") }
            #expect(error?.code == .depth)
        }
    }

    @Test func enormousLiterals() throws {
        let long = String(repeating: "x", count: 20_000)
        let text = "D:(XA;;FA;;;WD;(@User.\(long) == \"\(long)\"))"
        #expect(throws: ParseError.self) { try SecurityDescriptor(sddl: text) }
        let fitting = "D:(XA;;FA;;;WD;(@User.a == \"\(long)\"))"
        #expect(try SecurityDescriptor(sddl: fitting).sddl().contains(long))
        let many = "{" + Array(repeating: "1", count: 4000).joined(separator: ",") + "}"
        #expect(try SecurityDescriptor(sddl: "D:(XA;;FA;;;WD;(@User.a Any_of \(many)))").dacl.isPresent)
        #expect(throws: ParseError.self) {
            try SecurityDescriptor(sddl: "D:(XA;;FA;;;WD;(@User.a Any_of {\(many)}))")
        }
    }

    @Test func zeroBytesAndStrangeLetters() {
        for text in [
            "\u{0}", "D:\u{0}", "D:(\u{0}A;;FA;;;WD)", "D:(A;\u{0};FA;;;WD)", "D:(A;;\u{0}FA;;;WD)",
            "D:(A;;FA;;;\u{0}W)", "O:\u{0}", "D:(Ａ;;FA;;;WD)", "D:(A;;FA;;;ＷＤ)", "\u{FEFF}D:", "D:(A;;FA;;;WD)\u{0}",
            "D:(\u{130};;FA;;;WD)", "O:S-1-5-１８", "O:S\u{2010}1-5-18",
        ] {
            let error = #expect(throws: ParseError.self) { try SecurityDescriptor(sddl: text) }
            #expect((error?.offset ?? -1) >= 0 && (error?.offset ?? .max) <= text.utf8.count)
        }
    }

    /// A list of three thousand entries is explained, and its smallest edits are found, in seconds.
    @Test(.timeLimit(.minutes(2))) func largeListsAreAskedAbout() throws {
        let strangers = (0..<1500).map { ACE.allow(.fileAll, to: SID("S-1-5-21-4-4-4-\($0)") ?? .null) }
        let descriptor = World.descriptor(
            strangers + [.deny(.fileReadData, to: .users), .allow(.fileAll, to: .everyone)])
        let query = AccessQuery(descriptor, request: AccessRequest(.fileReadData, mapping: World.mapping))
        #expect(query.smallestFlippingEdit(for: World.plain) == .moveEntry(from: 1500, to: 1501))
    }
}
