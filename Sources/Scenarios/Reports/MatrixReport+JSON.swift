internal import Foundation

extension MatrixReport {
    /// The report as JSON, keys in order.
    ///
    /// - Returns: the text, with a line feed at its end.
    /// - Throws: what the encoder throws; nothing does.
    public func json() throws -> String { try ReportEncoding.text(of: self) }

    /// Reads a report that ``json()`` wrote.
    ///
    /// - Parameters:
    ///   - json: the bytes of the file.
    ///   - name: the file's name in complaints.
    /// - Throws: ``ReportError`` when they are anything else.
    public init(json: [UInt8], name: String) throws(ReportError) {
        do {
            self = try JSONDecoder().decode(MatrixReport.self, from: Data(json))
        } catch {
            throw ReportError("\(name): no report of 'sallyport validate --json': \(Self.reason(error))")
        }
        guard schema == Self.schema else {
            throw ReportError("\(name): this program reads reports of schema \(Self.schema), not \(schema)")
        }
    }

    private static func reason(_ error: any Error) -> String {
        func path(_ context: DecodingError.Context) -> String {
            let keys = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
            return keys.isEmpty ? "the document" : keys.joined(separator: ".")
        }
        return switch error as? DecodingError {
        case .keyNotFound(let key, let context)?: "'\(key.stringValue)' is missing in \(path(context))"
        case .typeMismatch(_, let context)?, .valueNotFound(_, let context)?, .dataCorrupted(let context)?:
            "\(path(context)): \(context.debugDescription)"
        default: "\(error)"
        }
    }
}
