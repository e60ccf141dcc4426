/// What the hashes of FIPS 180-4 share: padding, and words with the high byte first.
enum MerkleDamgard {
    /// The message in padded blocks of sixteen words.
    static func blocks(of message: [UInt8]) -> [[UInt32]] {
        var padded = message + [0x80]
        while padded.count % 64 != 56 { padded.append(0) }
        let bits = UInt64(message.count) * 8
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            padded.append(UInt8(truncatingIfNeeded: bits >> shift))
        }
        return stride(from: 0, to: padded.count, by: 64).map { start in
            (0..<16).map { padded.littleEndian32(at: start + $0 * 4).byteSwapped }
        }
    }

    /// The words with the high byte first.
    static func bytes(of state: [UInt32]) -> [UInt8] {
        var bytes: [UInt8] = []
        for word in state { bytes.appendLittleEndian(word.byteSwapped) }
        return bytes
    }
}

extension UInt32 {
    /// The bits, moved to the right and in again at the left.
    func rotated(right count: UInt32) -> UInt32 { self >> count | self << (32 - count) }
}
