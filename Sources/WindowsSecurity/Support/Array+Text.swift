extension [UInt8] {
    /// Appends a number in decimal digits.
    mutating func appendDecimal(_ value: UInt64) {
        let start = count
        var rest = value
        repeat {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        self[start...].reverse()
    }

    /// Appends `0x` and lower-case hexadecimal digits without padding.
    mutating func appendHexadecimal(_ value: UInt64) {
        append(contentsOf: "0x".utf8)
        appendHexadecimalDigits(value, atLeast: 1)
    }

    /// Appends lower-case hexadecimal digits, padded with zeros.
    mutating func appendHexadecimalDigits(_ value: UInt64, atLeast width: Int) {
        let significant = Swift.max(width, (64 - value.leadingZeroBitCount + 3) / 4)
        var shift = significant * 4
        while shift > 0 {
            shift -= 4
            let digit = shift < 64 ? UInt8(truncatingIfNeeded: value >> UInt64(shift) & 0xF) : 0
            append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}
