import Testing

@testable import LinuxPlatform

@Suite struct ProgramHeaderTests {
    /// A program of nothing but a header and a table of segments of the given types.
    static func program(_ segments: [UInt8]) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 64 + 56 * segments.count)
        bytes.replaceSubrange(0..<6, with: [0x7F, 0x45, 0x4C, 0x46, 2, 1])
        bytes[16] = 3
        bytes[32] = 64
        bytes[54] = 56
        bytes[56] = UInt8(segments.count)
        for (index, type) in segments.enumerated() { bytes[64 + 56 * index] = type }
        return bytes
    }

    @Test func onlyStaticProgramsPass() {
        #expect(ProgramHeader.objection(to: Self.program([1, 1, 6])) == nil)
        #expect(ProgramHeader.objection(to: Self.program([6, 1, 2])) == nil)
        for place in 0..<3 {
            var segments: [UInt8] = [1, 2, 6]
            segments[place] = 3
            #expect(ProgramHeader.objection(to: Self.program(segments)) == "it is not linked statically")
        }
        #expect(ProgramHeader.objection(to: Self.program([])) != nil)
        #expect(ProgramHeader.objection(to: []) == "it is not a program")
    }

    @Test func cutProgramsDoNotPass() {
        let whole = Self.program([1, 2, 6])
        // The rest of the last segment is not looked at: its type alone counts.
        for length in 0..<(whole.count - 52) {
            #expect(ProgramHeader.objection(to: Array(whole.prefix(length))) != nil, "\(length)")
        }
    }

    /// Every byte of the header, changed to every value: an answer, never a trap.
    @Test func everyHeaderHasAnAnswer() {
        var refused = 0
        for index in 0..<64 {
            for value in UInt8.min...UInt8.max {
                var bytes = Self.program([1, 2, 6])
                bytes[index] = value
                if ProgramHeader.objection(to: bytes) != nil { refused += 1 }
            }
        }
        #expect(refused > 2000)
    }
}
