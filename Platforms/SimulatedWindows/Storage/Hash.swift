/// The hash of the machine's tables: the same on every run, because a replayed machine must be identical to the bit.
enum Hash {
    private static let prime: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// The hash of two numbers.
    ///
    /// - Parameters:
    ///   - first: a number.
    ///   - second: another one.
    /// - Returns: 32 well-mixed bits.
    @inline(__always)
    static func of(_ first: UInt32, _ second: UInt32) -> UInt32 {
        UInt32(truncatingIfNeeded: mix(UInt64(first) << 32 | UInt64(second)))
    }

    /// Spreads the bits of a number.
    ///
    /// - Parameter value: any number.
    /// - Returns: 64 well-mixed bits.
    @inline(__always)
    static func mix(_ value: UInt64) -> UInt64 {
        var bits = (value ^ value >> 32) &* prime
        bits = (bits ^ bits >> 29) &* prime
        return bits ^ bits >> 32
    }

    /// Takes one more byte or unit into a hash.
    ///
    /// - Parameters:
    ///   - hash: the hash so far.
    ///   - value: the next one.
    @inline(__always)
    static func combine(_ hash: inout UInt64, _ value: UInt32) {
        hash = (hash ^ UInt64(value)) &* 0x0000_0100_0000_01B3
    }
}
