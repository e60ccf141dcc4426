extension SID: CustomStringConvertible {
    /// The string form: the authority decimal below 2³², else `0x` and upper-case digits without padding.
    ///
    /// Windows: `ConvertSidToStringSidW`.
    public var description: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// How much room the string form needs at most: `S-1-`, the authority, and eleven bytes for each sub-authority.
    var textLimit: Int { 18 + 11 * subAuthorityCount }

    /// Appends the string form in UTF-8.
    func write(to bytes: inout [UInt8]) {
        bytes.append(addingCapacity: textLimit) { (room: inout OutputSpan<UInt8>) in write(to: &room) }
    }

    /// Appends the string form in UTF-8.
    func write(to room: inout OutputSpan<UInt8>) {
        room.append(UInt8(ascii: "S"))
        room.append(UInt8(ascii: "-"))
        room.append(UInt8(ascii: "1"))
        room.append(UInt8(ascii: "-"))
        if identifierAuthority < 1 << 32 {
            room.appendDecimal(identifierAuthority)
        } else {
            room.append(UInt8(ascii: "0"))
            room.append(UInt8(ascii: "x"))
            var shift = UInt64((64 - identifierAuthority.leadingZeroBitCount + 3) / 4 * 4)
            while shift > 0 {
                shift -= 4
                let digit = UInt8(truncatingIfNeeded: identifierAuthority >> shift & 0xF)
                room.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
            }
        }
        for index in 0..<subAuthorityCount {
            room.append(UInt8(ascii: "-"))
            room.appendDecimal(UInt64(storage[index]))
        }
    }
}
