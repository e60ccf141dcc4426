/// Digits into room that was reserved once, so that text of many small parts grows one array at a time.
extension OutputSpan<UInt8> {
    /// Appends a number in at most twenty decimal digits.
    @inline(__always)
    mutating func appendDecimal(_ value: UInt64) {
        let myriad: UInt64 = 10_000
        if value < myriad {
            appendShort(UInt32(truncatingIfNeeded: value))
        } else if value < myriad * myriad {
            appendShort(UInt32(truncatingIfNeeded: value / myriad))
            appendFour(UInt32(truncatingIfNeeded: value % myriad))
        } else {
            appendLong(value)
        }
    }

    /// Four digits at a time: each step is independent of the one before.
    private mutating func appendLong(_ value: UInt64) {
        let myriad: UInt64 = 10_000
        let (high, low) = value.quotientAndRemainder(dividingBy: myriad * myriad)
        appendDecimal(high)
        let (third, fourth) = low.quotientAndRemainder(dividingBy: myriad)
        appendFour(UInt32(truncatingIfNeeded: third))
        appendFour(UInt32(truncatingIfNeeded: fourth))
    }

    /// Appends a number below ten thousand without leading zeros.
    @inline(__always)
    private mutating func appendShort(_ value: UInt32) {
        if value > 999 { appendDigit(value / 1000) }
        if value > 99 { appendDigit(value / 100 % 10) }
        if value > 9 { appendDigit(value / 10 % 10) }
        appendDigit(value % 10)
    }

    /// Appends a number below ten thousand with leading zeros.
    @inline(__always)
    private mutating func appendFour(_ value: UInt32) {
        appendDigit(value / 1000)
        appendDigit(value / 100 % 10)
        appendDigit(value / 10 % 10)
        appendDigit(value % 10)
    }

    @inline(__always)
    private mutating func appendDigit(_ value: UInt32) { append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value)) }

    /// Appends `0x` and at most sixteen lower-case hexadecimal digits without padding.
    mutating func appendHexadecimal(_ value: UInt64) {
        append(UInt8(ascii: "0"))
        append(UInt8(ascii: "x"))
        appendHexadecimalDigits(value, atLeast: 1)
    }

    /// Appends lower-case hexadecimal digits, padded with zeros.
    mutating func appendHexadecimalDigits(_ value: UInt64, atLeast width: Int) {
        let significant = Swift.max(width, (64 - value.leadingZeroBitCount + 3) / 4)
        var shift = UInt64(significant * 4)
        while shift > 0 {
            shift -= 4
            // A shift beyond the width gives zero.
            let digit = UInt8(truncatingIfNeeded: value >> shift & 0xF)
            append(digit &+ (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
        }
    }
}
