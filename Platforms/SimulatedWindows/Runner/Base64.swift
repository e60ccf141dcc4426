/// The coding of bytes as text that JSON needs; RFC 4648.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Codes bytes, with padding.
    ///
    /// - Parameter bytes: any bytes.
    /// - Returns: the text.
    static func text(_ bytes: [UInt8]) -> String {
        var output: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let group = bytes[index..<min(index + 3, bytes.count)]
            let word = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for place in 0..<4 {
                let digit = alphabet[Int(word >> UInt32(18 - 6 * place) & 63)]
                output.append(place <= group.count ? digit : UInt8(ascii: "="))
            }
            index += 3
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Reads coded bytes.
    ///
    /// - Parameter text: the text, with padding.
    /// - Returns: the bytes, or nothing for anything that ``text(_:)`` would not have written.
    static func bytes(_ text: String) -> [UInt8]? {
        let input = Array(text.utf8)
        guard input.count % 4 == 0 else { return nil }
        var output: [UInt8] = []
        var index = 0
        while index < input.count {
            let group = input[index..<index + 4]
            let padding = group.reversed().prefix { $0 == UInt8(ascii: "=") }.count
            guard padding <= 2, padding == 0 || index + 4 == input.count else { return nil }
            var word: UInt32 = 0
            for byte in group.dropLast(padding) {
                guard let digit = alphabet.firstIndex(of: byte) else { return nil }
                word = word << 6 | UInt32(digit)
            }
            word <<= UInt32(6 * padding)
            for place in 0..<(3 - padding) { output.append(UInt8(truncatingIfNeeded: word >> UInt32(16 - 8 * place))) }
            index += 4
        }
        return Self.text(output) == text ? output : nil
    }
}
