/// A source whose numbers a test can repeat.
struct CountingGenerator: RandomNumberGenerator {
    var state: UInt64 = 0
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return (state ^ (state >> 31)) &* 0xBF58_476D_1CE4_E5B9
    }
}
