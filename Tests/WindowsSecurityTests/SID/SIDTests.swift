import Testing
import WindowsSecurity

@Suite struct SIDTests {
    @Test(arguments: [
        ("S-1-5-32-579", "S-1-5-32-579"), ("s-1-5-0x20-579", "S-1-5-32-579"), ("S-01-05-020-0243", "S-1-5-20-243"),
        ("S-0x1-500000000-20-243", "S-1-0x500000000-32-579"), ("S-1-281474976710655-579", "S-1-0xFFFFFFFFFFFF-579"),
        ("S-1-5-9999999999-579", "S-1-5-4294967295-579"),
        ("S-1-5-1-2-3-4-5-6-7-8-9-10-11-12-13-14-15", "S-1-5-1-2-3-4-5-6-7-8-9-10-11-12-13-14-15"),
    ]) func reads(text: String, printed: String) throws {
        let sid = try SID(parsing: text)
        #expect(sid.description == printed)
        #expect(try SID(binary: sid.binaryRepresentation) == sid)
        #expect(SID(printed) == sid)
    }

    @Test(arguments: [
        ("", 0), ("X-1-1-0", 0), ("S-2-5-32", 2), ("S-1-5", 5), ("S-1-5-", 6), ("S-1-5-3 2", 7), ("S-1-5-32--579", 9),
        ("S-1-281474976710656-579", 4), ("S-1-5-32 ", 8), (" S-1-5-32", 0), ("S-1-5-0x", 8), ("S", 1), ("S1-5-32", 1),
        ("S-1-5-1-2-3-4-5-6-7-8-9-10-11-12-13-14-15-16", 41),
    ]) func refusesWithTheOffset(text: String, offset: Int) {
        let error = #expect(throws: ParseError.self) { try SID(parsing: text) }
        #expect(error?.offset == offset)
        #expect(error?.subject == .sid)
    }

    @Test func identifierAuthorityIsBounded() {
        #expect(SID(identifierAuthority: 1 << 48, subAuthorities: []) == nil)
        #expect(SID(identifierAuthority: 5, subAuthorities: Array(repeating: 1, count: 16)) == nil)
        #expect(SID(identifierAuthority: (1 << 48) - 1, subAuthorities: Array(repeating: 1, count: 15)) != nil)
    }

    @Test func everyPartTakesPartInEquality() throws {
        for count in 0...15 {
            let parts = (0..<UInt32(count)).map { $0 &* 7 + 1 }
            let sid = try #require(SID(identifierAuthority: 5, subAuthorities: parts))
            #expect(sid.subAuthorities == parts)
            #expect(sid != SID(identifierAuthority: 6, subAuthorities: parts))
            for index in parts.indices {
                var other = parts
                other[index] += 1
                #expect(sid != SID(identifierAuthority: 5, subAuthorities: other))
            }
            #expect(sid.domain == (count == 0 ? nil : SID(identifierAuthority: 5, subAuthorities: parts.dropLast())))
            #expect(sid.appending(9) == (count == 15 ? nil : SID(identifierAuthority: 5, subAuthorities: parts + [9])))
        }
    }

    @Test func everyTruncationOfTheBinaryFormIsRefused() throws {
        let bytes = try SID(parsing: "S-1-5-21-1-2-3-1001").binaryRepresentation
        for count in bytes.indices {
            #expect(throws: ParseError.self) { try SID(binary: bytes[..<count]) }
        }
        #expect(throws: ParseError(.trailing, reading: .binary, at: bytes.count)) { try SID(binary: bytes + [0]) }
        #expect(throws: ParseError(.sid, reading: .binary, at: 1)) {
            try SID(binary: [1, 16] + Array(repeating: 0, count: 70))
        }
        #expect(throws: ParseError(.revision, reading: .binary, at: 0)) { try SID(binary: [2] + bytes.dropFirst()) }
    }

    @Test func orderIsByAuthorityThenParts() throws {
        let sorted = try ["S-1-1-0", "S-1-5-18", "S-1-5-32", "S-1-5-32-544", "S-1-5-32-545"].map(SID.init(parsing:))
        #expect(sorted.reversed().sorted() == sorted)
    }
}
