extension CourtReport {
    /// The report as JSON, keys in order.
    ///
    /// - Returns: the text, with a line feed at its end.
    /// - Throws: what the encoder throws; nothing does.
    public func json() throws -> String { try ReportEncoding.text(of: self) }
}
