/// The short names (8.3) that NTFS gives to files with long ones.
///
/// Windows: `RtlGenerate8dot3Name`: six characters, a tilde and a number; after four collisions two characters and a checksum
/// of the name, here sixteen bits of the hash by which names are found.
enum ShortName {
    private static let kept = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'()-@^_`{}~".utf8)

    /// The short name of a file that is to get a long one.
    ///
    /// - Parameters:
    ///   - name: the long name, UTF-8.
    ///   - isTaken: whether the directory has a name already.
    /// - Returns: the short name, or nothing when the long one is short already.
    static func make(for name: [UInt8], isTaken: ([UInt8]) -> Bool) -> [UInt8]? {
        let dot = UInt8(ascii: ".")
        let upper = name.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
        // A dot in front begins no extension: `.git` becomes `GIT~1`.
        let lastDot = upper.lastIndex(of: dot).flatMap { $0 == 0 ? nil : $0 }
        let stem = lastDot.map { Array(upper[..<$0]) } ?? upper
        let suffix = lastDot.map { Array(upper[($0 + 1)...]) } ?? []
        let isShort = (1...8).contains(stem.count) && suffix.count <= 3 && (lastDot == nil || !suffix.isEmpty)
        if isShort, (stem + suffix).allSatisfy(kept.contains) { return nil }
        let extensionPart = suffix.filter(kept.contains).prefix(3)
        var base = Array(stem.filter(kept.contains).prefix(6))
        var number = 1
        while true {
            if number == 5 {
                let sum = String(CaseFolding.hash(name) & 0xFFFF, radix: 16, uppercase: true)
                base = Array(base.prefix(2)) + Array((String(repeating: "0", count: 4 - sum.utf8.count) + sum).utf8)
            }
            let tail = Array("~\(number < 5 ? number : number - 4)".utf8)
            var candidate = Array(base.prefix(8 - tail.count)) + tail
            if !extensionPart.isEmpty { candidate += [dot] + extensionPart }
            if !isTaken(candidate) { return candidate }
            number += 1
        }
    }
}
