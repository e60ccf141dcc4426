/// The machine's source of random numbers: part of its state, so that a replay draws the same ones.
///
/// It is good enough for identifiers and passwords of a simulated machine and for nothing else; SplitMix64.
public struct MachineRandom: RandomNumberGenerator, Hashable, Sendable {
    private var state: UInt64

    /// Makes a source.
    ///
    /// - Parameter seed: the same seed gives the same numbers.
    public init(seed: UInt64) { state = seed }

    /// Draws the next number.
    ///
    /// - Returns: 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
        return bits ^ bits >> 31
    }
}
