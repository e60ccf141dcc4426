internal import Foundation

/// Reports as JSON, in one form for all of them.
enum ReportEncoding {
    /// A report on lines of its own, keys in order, with a line feed at the end.
    ///
    /// - Parameter report: the report.
    /// - Returns: the text.
    /// - Throws: what the encoder throws; nothing does for reports.
    static func text(of report: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
    }
}
