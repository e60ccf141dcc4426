import Testing
import WindowsSecurity

/// Bytes that are made to hurt: every one is read or refused with an offset, and none traps.
@Suite struct HostileBytesTests {
    private static let everyone: [UInt8] = [1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]
    private static let entry: [UInt8] = [0, 0, 20, 0, 1, 0, 0, 0] + everyone

    private static func list(
        revision: UInt8 = 2, size: Int? = nil, count: Int? = nil, _ entries: [[UInt8]]
    ) -> [UInt8] {
        let body = entries.flatMap(\.self)
        let (size, count) = (size ?? 8 + body.count, count ?? entries.count)
        return [
            revision, 0, UInt8(size & 0xFF), UInt8(size >> 8), UInt8(count & 0xFF), UInt8(count >> 8), 0, 0,
        ] + body
    }

    /// A self-relative header with four offsets, and whatever follows.
    private static func descriptor(
        control: UInt16 = 0x8014, owner: UInt32 = 0, group: UInt32 = 0, sacl: UInt32 = 0, dacl: UInt32 = 0,
        _ rest: [UInt8]
    ) -> [UInt8] {
        var bytes: [UInt8] = [1, 0, UInt8(control & 0xFF), UInt8(control >> 8)]
        for offset in [owner, group, sacl, dacl] {
            for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: offset >> shift)) }
        }
        return bytes + rest
    }

    @Test func countsThatDoNotMatch() throws {
        #expect(try ACL(binary: Self.list([Self.entry, Self.entry])).entries.count == 2)
        // Fewer entries than bytes leave slack; more run out of bytes.
        #expect(try ACL(binary: Self.list(count: 1, [Self.entry, Self.entry])).slack == 20)
        for count in [3, 4, 0xFFFF] {
            #expect(throws: ParseError.self) { try ACL(binary: Self.list(count: count, [Self.entry, Self.entry])) }
        }
        for size in [0, 7, 27, 49, 0xFFFF] {
            #expect(throws: ParseError.self) { try ACL(binary: Self.list(size: size, [Self.entry, Self.entry])) }
        }
        #expect(try ACL(binary: Self.list(size: 8, count: 0, [])).entries.isEmpty)
    }

    @Test func sizesOfEntries() {
        for size in [0, 1, 2, 3, 4, 8, 12, 15, 16, 17, 18, 19, 21, 22, 24, 0xFFFC] {
            var entry = Self.entry
            (entry[2], entry[3]) = (UInt8(size & 0xFF), UInt8(size >> 8))
            #expect(throws: ParseError.self) { try ACL(binary: Self.list([entry])) }
        }
    }

    @Test(arguments: 0...255) func everyRevision(number: Int) {
        let revision = UInt8(number)
        #expect(((try? ACL(binary: Self.list(revision: revision, [Self.entry]))) != nil) == (2...4).contains(number))
        #expect(((try? SID(binary: [revision] + Self.everyone.dropFirst())) != nil) == (number == 1))
        let descriptor = [revision] + Self.descriptor([]).dropFirst()
        #expect(((try? SecurityDescriptor(binary: descriptor)) != nil) == (number == 1))
    }

    @Test func subAuthoritiesUpToFifteen() {
        for count in 0...255 {
            let bytes = [1, UInt8(count), 0, 0, 0, 0, 0, 5] + [UInt8](repeating: 7, count: 4 * count)
            #expect(((try? SID(binary: bytes)) != nil) == (count <= 15))
        }
    }

    @Test func offsetsThatOverlapOrLeadAstray() throws {
        // Both lists and both identifiers may be the same bytes.
        let shared = Self.list([Self.entry])
        let same = Self.descriptor(owner: 36, group: 36, sacl: 20, dacl: 20, shared)
        let read = try SecurityDescriptor(binary: same)
        #expect(read.owner == .everyone)
        #expect(read.dacl == read.sacl)
        #expect(try SecurityDescriptor(binary: try #require(read.binaryRepresentation)) == read)
        // A list may overlap an identifier, but nothing the header, and nothing the end.
        let lengths: [UInt32] = [1, 4, 19, UInt32(same.count), UInt32(same.count) + 1, 0x7FFF_FFFF, 0xFFFF_FFFF]
        for offset in lengths {
            #expect(throws: ParseError.self) {
                try SecurityDescriptor(binary: Self.descriptor(owner: offset, shared))
            }
            #expect(throws: ParseError.self) {
                try SecurityDescriptor(binary: Self.descriptor(dacl: offset, shared))
            }
        }
        for offset in UInt32(20)..<UInt32(same.count) {
            for bytes in [Self.descriptor(owner: offset, shared), Self.descriptor(dacl: offset, shared)] {
                _ = (try? SecurityDescriptor(binary: bytes))?.sddl()
            }
        }
        #expect(throws: ParseError.self) { try SecurityDescriptor(binary: Self.descriptor(control: 0x0014, shared)) }
    }

    /// Slices that begin anywhere are read like arrays.
    @Test func unalignedBytes() throws {
        let bytes = Self.descriptor(owner: 36, dacl: 20, Self.list([Self.entry]))
        let expected = try SecurityDescriptor(binary: bytes)
        for padding in 1...9 {
            let padded = [UInt8](repeating: 0xEE, count: padding) + bytes
            #expect(try SecurityDescriptor(binary: padded[padding...]) == expected)
        }
    }

    @Test func theLargestListAndTheFirstBeyond() throws {
        let most = (65535 - 8) / 20
        let list = ACL([ACE](repeating: .allow(.fileReadData, to: .everyone), count: most))
        let bytes = try #require(list.binaryRepresentation)
        #expect(try ACL(binary: bytes) == list)
        #expect(ACL(list.entries + [.allow(.fileReadData, to: .everyone)]).binaryRepresentation == nil)
        let data = [UInt8](repeating: 0, count: 65536)
        let large = ACE(.accessAllowedCallback, mask: [], trustee: .everyone, detail: .applicationData(data))
        #expect(SecurityDescriptor(dacl: .list([large])).binaryRepresentation == nil)
    }

    /// An object entry without its field, as a caller may make it, is still written so that it can be read.
    @Test func anObjectEntryWithoutItsFieldIsWrittenWhole() throws {
        for type in [EntryType.accessAllowedObject, .accessDeniedCallbackObject] {
            for detail in [ACE.Detail.none, .applicationData([1, 2, 3, 4])] {
                let entry = ACE(type, mask: .fileReadData, trustee: .everyone, detail: detail)
                let read = try ACL(binary: try #require(ACL([entry]).binaryRepresentation))
                #expect(read.entries.first?.trustee == .everyone)
                #expect(read.entries.first?.applicationData == entry.applicationData)
            }
        }
    }

    /// Eight thousand values that share their bytes would be a quarter of a gigabyte; they are refused.
    @Test func sharedValuesAreRefused() {
        let count = 8000
        let text = [UInt8](repeating: 0x41, count: 30_000) + [0, 0]
        let header = UInt32(16 + 4 * count)
        func little(_ value: UInt32) -> [UInt8] { [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> $0) } }
        for type in [3, 5, 16] as [UInt8] {
            var bytes = little(header) + [type, 0, 0, 0] + little(0) + little(UInt32(count))
            for _ in 0..<count { bytes += little(header + 2) }
            bytes += [0, 0] + (type == 3 ? text : little(type == 5 ? 12 : 30_000) + Self.everyone + text)
            #expect(ClaimAttribute(binary: bytes) == nil)
        }
    }

    @Test func deepAndWideConditions() throws {
        let attribute: [UInt8] = [0xF9, 2, 0, 0, 0, 97, 0]
        let start = Array("artx".utf8)
        let nested = start + attribute + [UInt8](repeating: 0xA2, count: 60_000)
        #expect(ConditionalExpression(binary: nested) == nil)
        let wide = start + attribute + [[UInt8]](repeating: attribute + [0xA0], count: 8000).flatMap(\.self)
        let condition = try #require(ConditionalExpression(binary: wide))
        #expect(condition.description.utf8.count > 8000)
        #expect(condition.evaluate(token: World.plain, descriptor: SecurityDescriptor()) == .unknown)
        // A composite inside a composite, and sizes beyond the end.
        let inner: [UInt8] = [0x50, 5, 0, 0, 0, 0x50, 0, 0, 0, 0]
        #expect(ConditionalExpression(binary: start + attribute + inner + [0x86]) == nil)
        for size in [3, 0x7FFF_FFFF, 0xFFFF_FFFF] as [UInt32] {
            let bytes = [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: size >> $0) }
            for code in [0x10, 0x18, 0x50, 0x51, 0xF8, 0xF9] as [UInt8] {
                #expect(ConditionalExpression(binary: start + [code] + bytes + [97, 0]) == nil)
            }
        }
    }
}
