extension JSONValue {
    /// Reads JSON text.
    ///
    /// - Parameter text: one value, with blanks around it at most.
    /// - Throws: ``JSONError`` with the offset of the first byte that does not fit.
    public init(parsing text: some StringProtocol) throws(JSONError) {
        var reader = JSONReader(bytes: Array(text.utf8))
        self = try reader.readDocument()
    }
}
