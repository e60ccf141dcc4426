extension LaunchRequest {
    /// Reads a launch request.
    ///
    /// - Parameter bytes: the whole request, at most eight mebibytes.
    /// - Throws: `WireError` with the offset of the offending field; never anything else.
    public init(parsing bytes: [UInt8]) throws(WireError) {
        guard bytes.count <= LaunchRequest.longest else { throw WireError(.tooLong, at: LaunchRequest.longest) }
        var fields = WireFields(bytes, terminator: 0, longestField: LaunchRequest.longestField)
        guard WireValues.matches(try fields.next(), "sallyport-launch 1") else { throw WireError(.version, at: 0) }
        var reader = LaunchRequestReader()
        while true {
            let field = try fields.next()
            if WireValues.matches(field, "end") { break }
            try reader.take(field, at: fields.offset)
        }
        guard fields.isAtEnd else { throw WireError(.trailing, at: fields.offset) }
        self = try reader.finish(at: fields.offset)
    }
}
