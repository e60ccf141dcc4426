/// What must be known of a program before it is installed set-user-id (`elf(5)`).
enum ProgramHeader {
    /// Says why a program may not be installed set-user-id.
    ///
    /// A program with an interpreter is loaded by `ld.so(8)`, together with libraries from wherever its run path points;
    /// whoever can write there would become root. Only a program without one is safe to install.
    ///
    /// - Parameter bytes: the whole file.
    /// - Returns: the reason as a clause, or nothing when the program is static.
    static func objection(to bytes: [UInt8]) -> String? {
        guard bytes.starts(with: [0x7F, UInt8(ascii: "E"), UInt8(ascii: "L"), UInt8(ascii: "F")]) else {
            return "it is not a program"
        }
        // EI_CLASS is ELFCLASS64, EI_DATA is ELFDATA2LSB, e_type is ET_EXEC or ET_DYN.
        guard bytes.count >= 64, bytes[4] == 2, bytes[5] == 1, [2, 3].contains(number(bytes, at: 16, size: 2)),
            let table = number(bytes, at: 32, size: 8), let size = number(bytes, at: 54, size: 2),
            let count = number(bytes, at: 56, size: 2), size >= 56, count > 0
        else { return "it is not a program for this machine" }
        for index in 0..<count {
            let (start, overflow) = table.addingReportingOverflow(index * size)
            guard !overflow, let type = number(bytes, at: start, size: 4) else {
                return "its program header is cut off"
            }
            // PT_INTERP
            if type == 3 { return "it is not linked statically" }
        }
        return nil
    }

    /// A little-endian number, or nothing when it does not lie within the file.
    private static func number(_ bytes: [UInt8], at offset: UInt64, size: Int) -> UInt64? {
        guard let start = Int(exactly: offset), start <= bytes.count - size else { return nil }
        return bytes[start..<(start + size)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
