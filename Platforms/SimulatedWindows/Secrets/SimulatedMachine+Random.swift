extension SimulatedMachine {
    /// Draws random numbers.
    ///
    /// Windows: `BCryptGenRandom`.
    ///
    /// - Parameters:
    ///   - count: how many bytes, at most a mebibyte.
    ///   - identifier: who calls.
    /// - Returns: the bytes.
    /// - Throws: `ERROR_INVALID_HANDLE` when the caller is gone, `ERROR_INVALID_PARAMETER` for another count.
    public mutating func drawRandom(_ count: Int, by identifier: ProcessIdentifier) throws(CallError) -> [UInt8] {
        try perform(.drawRandom(count, identifier), by: identifier) { machine throws(CallError) in
            _ = try machine.process(identifier, "BCryptGenRandom")
            guard (0...1 << 20).contains(count) else {
                throw CallError(.invalidParameter, "BCryptGenRandom", "\(count) bytes")
            }
            return (0..<count).map { _ in UInt8(truncatingIfNeeded: machine.random.next() >> 32) }
        }
    }

    /// Twenty-four characters of the documented alphabet of 76, by the documented slightly uneven draw.
    mutating func newPassword(by identifier: ProcessIdentifier) throws(CallError) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!@#$%^&*()-_+=".utf8)
        let drawn = try drawRandom(24, by: identifier)
        return String(decoding: drawn.map { alphabet[Int($0) % alphabet.count] }, as: UTF8.self)
    }
}
