extension [UInt8] {
    /// Appends a number in decimal digits.
    mutating func appendDecimal(_ value: UInt64) {
        append(addingCapacity: 20) { (room: inout OutputSpan<UInt8>) in room.appendDecimal(value) }
    }

    /// Appends `0x` and lower-case hexadecimal digits without padding.
    mutating func appendHexadecimal(_ value: UInt64) {
        append(addingCapacity: 18) { (room: inout OutputSpan<UInt8>) in room.appendHexadecimal(value) }
    }

    /// Appends lower-case hexadecimal digits, padded with zeros to at most sixteen.
    mutating func appendHexadecimalDigits(_ value: UInt64, atLeast width: Int) {
        append(addingCapacity: 16) { (room: inout OutputSpan<UInt8>) in
            room.appendHexadecimalDigits(value, atLeast: width)
        }
    }
}
