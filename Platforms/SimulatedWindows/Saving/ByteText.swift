/// Bytes as text of a machine file: as they are when they are readable text, else coded.
enum ByteText {
    private static let mark = "base64:"

    /// The text of bytes.
    ///
    /// - Parameter bytes: any bytes.
    /// - Returns: the text; `base64:` and their coding when they are no readable text.
    static func text(_ bytes: [UInt8]) -> String {
        let isReadable = bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        guard isReadable, let text = String(validating: bytes, as: UTF8.self), !text.hasPrefix(mark) else {
            return mark + Base64.text(bytes)
        }
        return text
    }

    /// The bytes of a text.
    ///
    /// - Parameter text: what ``text(_:)`` wrote, or any other text.
    /// - Returns: the bytes, or nothing when they are not coded as they say.
    static func bytes(_ text: String) -> [UInt8]? {
        guard text.hasPrefix(mark) else { return Array(text.utf8) }
        return Base64.bytes(String(text.dropFirst(mark.count)))
    }
}
