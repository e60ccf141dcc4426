extension AccessMask {
    /// Reads rights as an entry in SDDL has them: codes such as `FRFW`, numbers, or both.
    ///
    /// - Parameter text: the rights alone, without the semicolons around them.
    /// - Throws: ``ParseError`` with the offset of the first byte that does not fit.
    public init(sddl text: some StringProtocol) throws(ParseError) {
        var reader = SDDLReader(Array(text.utf8), domain: nil)
        self = try reader.readRights(isLabel: false)
        guard reader.isAtEnd else { throw reader.error(.trailing) }
    }
}

extension SDDLReader {
    /// Reads the rights up to the semicolon: codes and numbers in any order, blanks between them.
    @inline(__always)
    mutating func readRights(isLabel: Bool) throws(ParseError) -> AccessMask {
        var mask: UInt32 = 0
        skipBlanks()
        while !isAtEnd, next != UInt8(ascii: ";") {
            if next.isDecimalDigit || next == UInt8(ascii: "-") {
                mask |= try readNumber()
            } else {
                guard next.isLetter, let bits = SDDLRights.mask(of: next, peek(1), isLabel: isLabel) else {
                    throw error(.rights)
                }
                mask |= bits
                offset += 2
            }
            guard Self.isBlank(next) else { continue }
            skipBlanks()
            guard next != UInt8(ascii: ";") else { throw error(.rights) }
        }
        return AccessMask(rawValue: mask)
    }

    /// Reads a hexadecimal (`0x`), octal (leading zero) or decimal number; too large saturates, a minus sign wraps what that gives.
    mutating func readNumber() throws(ParseError) -> UInt32 {
        let isNegative = skip(UInt8(ascii: "-"))
        var base: UInt64 = 10
        if next == UInt8(ascii: "0") {
            if peek(1) | 0x20 == UInt8(ascii: "x"), peek(2).hexadecimalDigit != nil {
                base = 16
                offset += 2
            } else {
                base = 8
            }
        }
        let bytes = bytes
        let start = offset
        var position = start
        var value: UInt64 = 0
        while position < bytes.count, let digit = bytes[position].hexadecimalDigit, digit < base {
            value = min(value * base + digit, 1 << 32)
            position += 1
        }
        offset = position
        guard position > start else { throw error(.number) }
        let magnitude = UInt32(clamping: value)
        return isNegative ? 0 &- magnitude : magnitude
    }
}
