/// The check sum of a journal line: FNV-1a, 32 bits; it finds damage, it does not keep out an attacker.
///
/// The journal is root's alone; whoever can write it needs no forged line.
enum JournalCheckSum {
    /// Computes the check sum.
    ///
    /// - Parameter bytes: the words of the line.
    /// - Returns: four bytes, most significant first.
    static func of(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        let sum = bytes.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> $0) }
    }
}
