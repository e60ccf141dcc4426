/// Splits bytes into terminated fields and remembers where each one starts.
struct WireFields {
    private let bytes: [UInt8]
    private let terminator: UInt8
    private let longestField: Int
    private var position = 0

    /// Where the field that `next` returned last starts.
    private(set) var offset = 0

    init(_ bytes: [UInt8], terminator: UInt8, longestField: Int) {
        self.bytes = bytes
        self.terminator = terminator
        self.longestField = longestField
    }

    var isAtEnd: Bool { position == bytes.count }

    /// The next field without its terminator.
    mutating func next() throws(WireError) -> ArraySlice<UInt8> {
        offset = position
        var end = position
        while end < bytes.count, bytes[end] != terminator {
            end += 1
            if end - position > longestField { throw WireError(.tooLong, at: offset) }
        }
        guard end < bytes.count else { throw WireError(.truncated, at: offset) }
        position = end + 1
        return bytes[offset..<end]
    }
}
