import JSON
import ModelFamilies
import Testing
import WindowsSecurity

@Suite struct SDDLTests {
    /// Every descriptor of the vectors: text, bytes and text again; every truncation of a few is refused or read.
    @Test func everyDescriptorSurvivesBothForms() throws {
        var count = 0
        for family in [ModelFamily.sddlBytes, .sddlParse, .sddlRoundtrip] {
            for row in try Fixtures.rows(of: family) {
                guard let text = row["input"]?["sddl"]?.string else { continue }
                let domain = row["input"]?["domain_sid"]?.string.flatMap { SID($0) } ?? SID("S-1-5-21-0-0-0")
                let descriptor = try SecurityDescriptor(sddl: text, domain: domain)
                let printed = descriptor.sddl(domain: domain)
                let again = try SecurityDescriptor(sddl: printed, domain: domain)
                #expect(again.sddl(domain: domain) == printed)
                let bytes = try #require(descriptor.binaryRepresentation)
                let read = try SecurityDescriptor(binary: bytes)
                #expect(read.binaryRepresentation == bytes)
                #expect(read.sddl(domain: domain) == printed)
                count += 1
            }
        }
        #expect(count > 5000)
    }

    @Test(arguments: [
        ("D:(A;;GA;;;WD", 13, "truncated"), ("D:(A;;XX;;;WD)", 6, "rights"), ("X:", 0, "section"),
        ("D:(Q;;GA;;;WD)", 3, "entry-type"), ("D:(A;ZZ;GA;;;WD)", 5, "flag"), ("D:(A;;GA;;;ZZ)", 11, "sid"),
        ("D:(A;;GA;;;DA)", 11, "domain-missing"), ("D:(OA;;GA;1234;;WD)", 10, "guid"), ("O:SYO:SY", 4, "section"),
        ("D:(XA;;GA;;;WD;(a ==))", 20, "condition"), ("D:(AU;SA;GA;;;WD)", 3, "entry-type"),
        ("D:NO_ACCESS_CONTROL(A;;GA;;;WD)", 19, "section"), ("O:S-1-5-", 8, "number"),
    ]) func errorsCarryTheOffset(text: String, offset: Int, code: String) {
        let error = #expect(throws: ParseError.self) { try SecurityDescriptor(sddl: text) }
        #expect(error?.offset == offset)
        #expect(error?.code.rawValue == code)
    }

    /// Blanks and numbers that Windows takes, although the grammar has no place for them.
    @Test(arguments: [
        ("D:(A;;GA;;;WD )", "D:(A;;GA;;;WD)"), ("O:S- 1- 2-3", "O:S-1-2-3"),
        ("D:(A; OICI; GRGW;;; WD)", "D:(A;OICI;GWGR;;;WD)"),
        ("D:(A;;-9876543210;;;WD)", "D:(A;;CC;;;WD)"), ("D:(A;;-0xffffff55;;;WD)", "D:(A;;CCDCSWWPLO;;;WD)"),
        ("D:(A;;0x123456789;;;WD)", "D:(A;;0xffffffff;;;WD)"),
    ]) func leniencyOfWindows(text: String, printed: String) throws {
        #expect(try SecurityDescriptor(sddl: text).sddl() == printed)
    }

    @Test(arguments: [
        "D:(A;;GA;;;S-1-3-4 )", "D:(A;;GA;;;S-1- 3-4-4 )", "O:S-1-2- 3", "O:S-1 -2-3", "O: S-1-2-3 -4",
        "D:(A;;GA ;;;WD)",
    ]) func itsLimits(text: String) {
        #expect(throws: ParseError.self) { try SecurityDescriptor(sddl: text) }
    }

    @Test func everyTruncationOfTextAndBytesEnds() throws {
        let text =
            "O:BAG:SYD:PAI(OA;CI;CR;ab721a53-1e2f-11d0-9819-00aa0040529b;;WD)(XA;;FX;;;WD;(@User.a == {1, \"b\"}))"
            + "S:(RA;;;;;WD;(\"c\",TS,0x0,\"d\"))(ML;;NW;;;ME)"
        let whole = try SecurityDescriptor(sddl: text)
        for count in 0..<text.utf8.count {
            if let part = try? SecurityDescriptor(sddl: String(text.utf8.prefix(count)) ?? "") {
                #expect(part != whole)
            }
        }
        let bytes = try #require(whole.binaryRepresentation)
        for count in bytes.indices {
            #expect(throws: ParseError.self) { try SecurityDescriptor(binary: bytes[..<count]) }
        }
        for index in bytes.indices {
            for value in [0, 1, 0x7F, 0xFF] as [UInt8] {
                var changed = bytes
                changed[index] = value
                if let read = try? SecurityDescriptor(binary: changed) { _ = read.sddl() }
            }
        }
    }

    @Test func deepNestingIsRefusedAndLongChainsAreNot() throws {
        let deep = String(repeating: "(", count: 5000) + "a" + String(repeating: ")", count: 5000)
        #expect(throws: ParseError.self) { try SecurityDescriptor(sddl: "D:(XA;;FA;;;WD;(\(deep)))") }
        let long = Array(repeating: "(a)", count: 2000).joined(separator: " && ")
        #expect(try SecurityDescriptor(sddl: "D:(XA;;FA;;;WD;(\(long)))").dacl.list?.entries.count == 1)
        let many = String(repeating: "(A;;FA;;;WD)", count: 4000)
        #expect(throws: ParseError.self) { try SecurityDescriptor(sddl: "D:\(many)") }
    }

    /// An entry whose size is no multiple of four, in a descriptor and in a list; both were found by the fuzzer.
    @Test func sizesThatAreNoMultipleOfFourAreRefused() {
        let list: [UInt8] = [
            2, 0, 0x1C, 0, 1, 0, 2, 0, 0x9C, 0, 5, 0, 0, 0, 0, 0, 0x14, 0, 0x94, 0, 2, 0, 1, 0, 0, 0, 0, 0x14,
        ]
        #expect(throws: ParseError(.size, reading: .binary, at: 10)) { try ACL(binary: list) }
        let descriptor: [UInt8] =
            [1, 0, 4, 0x80] + [UInt8](repeating: 0, count: 12) + [
                0x14, 0, 0, 0, 2, 0, 0x30, 0, 1, 0, 0, 0, 9, 0xF7, 0x27,
            ]
            + [0, 0x89, 0, 0x12, 0, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0] + Array("artx".utf8)
            + [0xF9, 2, 0, 0, 0, 0x41, 0, 0xFB, 2, 0, 0, 0, 0x42, 0, 0xA0, 0]
        #expect(throws: ParseError(.size, reading: .binary, at: 30)) { try SecurityDescriptor(binary: descriptor) }
    }
}
