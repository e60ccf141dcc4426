extension [UInt8] {
    /// Appends a 16-bit number, low byte first.
    mutating func appendLittleEndian(_ value: UInt16) {
        append(UInt8(truncatingIfNeeded: value))
        append(UInt8(truncatingIfNeeded: value >> 8))
    }

    /// Appends a 32-bit number, low byte first.
    mutating func appendLittleEndian(_ value: UInt32) {
        appendLittleEndian(UInt16(truncatingIfNeeded: value))
        appendLittleEndian(UInt16(truncatingIfNeeded: value >> 16))
    }

    /// Appends a 64-bit number, low byte first.
    mutating func appendLittleEndian(_ value: UInt64) {
        appendLittleEndian(UInt32(truncatingIfNeeded: value))
        appendLittleEndian(UInt32(truncatingIfNeeded: value >> 32))
    }

    /// The 16-bit number at an offset that the caller has checked.
    func littleEndian16(at offset: Int) -> UInt16 {
        UInt16(self[offset]) | UInt16(self[offset + 1]) << 8
    }

    /// The 32-bit number at an offset that the caller has checked.
    func littleEndian32(at offset: Int) -> UInt32 {
        UInt32(littleEndian16(at: offset)) | UInt32(littleEndian16(at: offset + 2)) << 16
    }

    /// The 64-bit number at an offset that the caller has checked.
    func littleEndian64(at offset: Int) -> UInt64 {
        UInt64(littleEndian32(at: offset)) | UInt64(littleEndian32(at: offset + 4)) << 32
    }

    /// Overwrites 16 bits at an offset that the caller has checked, low byte first.
    mutating func setLittleEndian(_ value: UInt16, at offset: Int) {
        self[offset] = UInt8(truncatingIfNeeded: value)
        self[offset + 1] = UInt8(truncatingIfNeeded: value >> 8)
    }

    /// Overwrites 32 bits at an offset that the caller has checked, low byte first.
    mutating func setLittleEndian(_ value: UInt32, at offset: Int) {
        setLittleEndian(UInt16(truncatingIfNeeded: value), at: offset)
        setLittleEndian(UInt16(truncatingIfNeeded: value >> 16), at: offset + 2)
    }
}
