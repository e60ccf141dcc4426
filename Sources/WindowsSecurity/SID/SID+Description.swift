extension SID: CustomStringConvertible {
    /// The string form: the authority decimal below 2³², else `0x` and upper-case digits without padding.
    ///
    /// Windows: `ConvertSidToStringSidW`.
    public var description: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the string form in UTF-8.
    func write(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "S-1-".utf8)
        if identifierAuthority < 1 << 32 {
            bytes.appendDecimal(identifierAuthority)
        } else {
            let start = bytes.count + 2
            bytes.appendHexadecimal(identifierAuthority)
            for index in start..<bytes.count { bytes[index] = bytes[index].uppercased }
        }
        for index in 0..<subAuthorityCount {
            bytes.append(UInt8(ascii: "-"))
            bytes.appendDecimal(UInt64(storage[index]))
        }
    }
}
