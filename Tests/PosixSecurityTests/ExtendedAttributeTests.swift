import PosixSecurity
import Testing

@Suite struct ExtendedAttributeTests {
    private static let text = "u::rw-,u:61001:rwx,g::r--,g:65600:rw-,g:65601:---,m::rw-,o::r--"

    private static func list() throws -> AccessControlList { try AccessControlList(text: text) }

    @Test func bytesAreThoseOfTheKernel() throws {
        let bytes = try AccessControlList(text: "u::rw-,g::r--,g:65600:rw-,m::rw-,o::r--").extendedAttribute()
        let none: [UInt8] = [255, 255, 255, 255]
        #expect(
            bytes == [2, 0, 0, 0] + [1, 0, 6, 0] + none + [4, 0, 4, 0] + none + [8, 0, 6, 0, 0x40, 0, 1, 0]
                + [16, 0, 6, 0] + none + [32, 0, 4, 0] + none)
    }

    @Test func everyPrefixIsRefusedWithAnOffsetInIt() throws {
        let bytes = try Self.list().extendedAttribute()
        #expect(try AccessControlList(extendedAttribute: bytes) == Self.list())
        for length in 0..<bytes.count {
            let error = #expect(throws: ExtendedAttributeError.self) {
                try AccessControlList(extendedAttribute: bytes.prefix(length))
            }
            #expect((error?.offset ?? .max) <= length)
        }
    }

    @Test func everyChangedByteIsReadOrRefused() throws {
        let bytes = try Self.list().extendedAttribute()
        var refused = 0
        for index in bytes.indices {
            for value in UInt8.min ... .max where value != bytes[index] {
                var changed = bytes
                changed[index] = value
                do throws(ExtendedAttributeError) {
                    let list = try AccessControlList(extendedAttribute: changed)
                    // What was read is kept: writing and reading it again gives the same list.
                    #expect(try AccessControlList(extendedAttribute: list.extendedAttribute()) == list)
                } catch {
                    refused += 1
                    #expect(error.offset <= changed.count)
                }
            }
        }
        // Version, tags and permissions refuse nearly every change; ids take nearly all of them.
        #expect(refused > bytes.count * 255 / 3)
    }

    @Test func sliceIsReadFromItsOwnStart() throws {
        let padded = [9, 9, 9] + (try Self.list().extendedAttribute())
        #expect(try AccessControlList(extendedAttribute: padded[3...]) == Self.list())
    }

    @Test(
        arguments: [
            ([], ExtendedAttributeError.Code.truncatedHeader, 0), ([1, 0, 0, 0], .unknownVersion(1), 0),
            ([2, 0, 0, 0, 64, 0, 0, 0, 0, 0, 0, 0], .unknownTag(64), 4), ([2, 0, 0, 0, 1], .truncatedEntry, 4),
        ] as [([UInt8], ExtendedAttributeError.Code, Int)]) func faultIsNamed(
            _ bytes: [UInt8], _ code: ExtendedAttributeError.Code, _ offset: Int
        )
    {
        let error = #expect(throws: ExtendedAttributeError.self) { try AccessControlList(extendedAttribute: bytes) }
        #expect(error?.code == code && error?.offset == offset)
    }
}
