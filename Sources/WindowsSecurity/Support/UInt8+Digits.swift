extension UInt8 {
    /// The value of an ASCII hexadecimal digit.
    @inline(__always)
    var hexadecimalDigit: UInt64? {
        let digit = self &- UInt8(ascii: "0")
        if digit < 10 { return UInt64(digit) }
        let letter = (self | 0x20) &- UInt8(ascii: "a")
        return letter < 6 ? UInt64(letter) + 10 : nil
    }

    /// Whether this is an ASCII decimal digit.
    var isDecimalDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

    /// Whether this is an ASCII letter.
    var isLetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }

    /// The upper-case form of an ASCII letter, anything else unchanged.
    var uppercased: UInt8 { self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z") ? self - 0x20 : self }
}
