/// A position in SDDL text, and the reading of its smallest parts.
struct SDDLReader {
    let bytes: [UInt8]
    let domain: SID?
    var offset = 0

    init(_ bytes: [UInt8], domain: SID?) {
        self.bytes = bytes
        self.domain = domain
    }

    @inline(__always)
    var isAtEnd: Bool { offset >= bytes.count }

    /// The byte at the position, or zero at the end.
    @inline(__always)
    var next: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    /// The byte at a distance from the position, or zero beyond the end.
    @inline(__always)
    func peek(_ distance: Int) -> UInt8 { offset + distance < bytes.count ? bytes[offset + distance] : 0 }

    func error(_ code: ParseError.Code) -> ParseError {
        ParseError(isAtEnd ? .truncated : code, reading: .sddl, at: offset)
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

    @inline(__always)
    mutating func skipBlanks() {
        while offset < bytes.count, Self.isBlank(bytes[offset]) { offset += 1 }
    }

    @inline(__always)
    mutating func expect(_ byte: UInt8) throws(ParseError) {
        guard offset < bytes.count, bytes[offset] == byte else { throw error(.unexpectedCharacter) }
        offset += 1
    }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard offset < bytes.count, bytes[offset] == byte else { return false }
        offset += 1
        return true
    }

    /// Skips a word of ASCII letters of either case.
    mutating func skip(word: String) -> Bool {
        var position = offset
        for byte in word.utf8 {
            guard position < bytes.count, bytes[position].uppercased == byte.uppercased else { return false }
            position += 1
        }
        offset = position
        return true
    }

    /// Reads a SID in its string form or as an alias.
    mutating func readSID() throws(ParseError) -> SID {
        if next | 0x20 == UInt8(ascii: "s"), peek(1) == UInt8(ascii: "-") {
            do throws(ParseError) {
                return try SID(reading: bytes, from: &offset)
            } catch {
                throw ParseError(error.code, reading: .sddl, at: error.offset)
            }
        }
        guard bytes.count - offset >= 2 else { throw ParseError(.truncated, reading: .sddl, at: bytes.count) }
        guard let sid = SDDLAliases.sid(next, peek(1), domain: domain) else {
            throw error(SDDLAliases.needsDomain(next, peek(1)) ? .domainMissing : .sid)
        }
        offset += 2
        return sid
    }
}
