internal import Foundation

extension CourtReport {
    /// The report as JSON, keys in order.
    ///
    /// - Returns: the text, with a line feed at its end.
    /// - Throws: what the encoder throws; nothing does.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
}
