/// The hash that Windows derives service identifiers with; FIPS 180-4.
enum SHA1 {
    static func digest(of message: [UInt8]) -> [UInt8] {
        var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
        for block in MerkleDamgard.blocks(of: message) {
            var words = block + [UInt32](repeating: 0, count: 64)
            for index in 16..<80 {
                words[index] =
                    (words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16]).rotated(right: 31)
            }
            var work = state
            for index in 0..<80 {
                let (b, c, d) = (work[1], work[2], work[3])
                let mixed: UInt32
                let constant: UInt32
                switch index / 20 {
                case 0: (mixed, constant) = ((b & c) | (~b & d), 0x5a82_7999)
                case 1: (mixed, constant) = (b ^ c ^ d, 0x6ed9_eba1)
                case 2: (mixed, constant) = ((b & c) | (b & d) | (c & d), 0x8f1b_bcdc)
                default: (mixed, constant) = (b ^ c ^ d, 0xca62_c1d6)
                }
                let next = work[0].rotated(right: 27) &+ mixed &+ work[4] &+ constant &+ words[index]
                work = [next, work[0], b.rotated(right: 2), c, d]
            }
            for index in 0..<5 { state[index] &+= work[index] }
        }
        return MerkleDamgard.bytes(of: state)
    }
}
