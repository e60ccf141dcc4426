/// A small reproducible generator, so that a failure can be repeated.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

extension [UInt8] {
    /// Replaces, removes, inserts or repeats bytes at a random place.
    mutating func mutate(using random: inout SplitMix64) {
        let index = isEmpty ? 0 : Int.random(in: 0..<count, using: &random)
        let byte = UInt8.random(in: 0...255, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0 where !isEmpty: self[index] = byte
        case 1 where !isEmpty: remove(at: index)
        case 2: insert(byte, at: index)
        case 3: removeLast(Swift.min(count, Int(byte)))
        default: append(contentsOf: self[index..<Swift.min(count, index + Int(byte))])
        }
    }
}
