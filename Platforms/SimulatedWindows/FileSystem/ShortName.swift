/// The short names (8.3) that NTFS gives to files with long ones.
///
/// Windows: `RtlGenerate8dot3Name`: six characters, a tilde and a number; after four collisions two characters and a checksum
/// of the name, here sixteen bits of the hash by which names are found.
enum ShortName {
    private static let dot = UInt8(ascii: ".")
    private static let hexadecimal = Array("0123456789ABCDEF".utf8)

    /// Whether a byte of a long name may stand in a short one.
    private static func isKept(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "!#$%&'()-@^_`{}~".utf8.contains(byte)
        }
    }

    /// The short name of a file that is to get a long one.
    ///
    /// - Parameters:
    ///   - name: the long name, UTF-8.
    ///   - isTaken: whether the directory has a name already.
    /// - Returns: the short name, or nothing when the long one is short already.
    static func make(for name: [UInt8], isTaken: ([UInt8]) -> Bool) -> [UInt8]? {
        let upper = name.map(CaseFolding.foldASCII)
        // A dot in front begins no extension: `.git` becomes `GIT~1`.
        let lastDot = upper.lastIndex(of: dot).flatMap { $0 == 0 ? nil : $0 }
        let stem = upper[..<(lastDot ?? upper.count)]
        let suffix = lastDot.map { upper[($0 + 1)...] } ?? []
        let isShort = (1...8).contains(stem.count) && suffix.count <= 3 && (lastDot == nil || !suffix.isEmpty)
        if isShort, stem.allSatisfy(isKept), suffix.allSatisfy(isKept) { return nil }
        let base = Array(stem.lazy.filter(isKept).prefix(6))
        let kept = suffix.lazy.filter(isKept).prefix(3)
        let end = kept.isEmpty ? [] : [dot] + kept
        var candidate = base + Array("~1".utf8) + end
        for number in UInt8(1)...4 {
            candidate[base.count + 1] = UInt8(ascii: "0") + number
            if !isTaken(candidate) { return candidate }
        }
        let sum = CaseFolding.hash(name)
        let digits = [sum >> 12, sum >> 8, sum >> 4, sum].map { hexadecimal[Int(truncatingIfNeeded: $0 & 0xF)] }
        var number = 1
        while true {
            let tail = Array("~\(number)".utf8)
            candidate = (base.prefix(2) + digits).prefix(8 - tail.count) + tail + end
            if !isTaken(candidate) { return candidate }
            number += 1
        }
    }
}
