/// How NTFS compares names: unit by unit through an upper-case table; Windows: `$UpCase`, `RtlUpcaseUnicodeChar`.
enum CaseFolding {
    /// The upper-case form of a scalar, if it is a single one in the basic plane, else the scalar.
    ///
    /// - Parameter scalar: any scalar.
    /// - Returns: the value by which names are compared.
    @inline(__always)
    static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
        let value = scalar.value
        if value < 0x80 { return value &- 0x61 < 26 ? value - 0x20 : value }
        return foldBeyondASCII(scalar)
    }

    /// The upper-case form of an ASCII byte.
    ///
    /// - Parameter byte: a byte below 0x80.
    /// - Returns: the byte by which names are compared.
    @inline(__always)
    static func foldASCII(_ byte: UInt8) -> UInt8 { byte &- 0x61 < 26 ? byte - 0x20 : byte }

    @inline(never)
    private static func foldBeyondASCII(_ scalar: Unicode.Scalar) -> UInt32 {
        guard scalar.value <= 0xFFFF else { return scalar.value }
        let upper = scalar.properties.uppercaseMapping.unicodeScalars
        guard upper.count == 1, let first = upper.first, first.value <= 0xFFFF else { return scalar.value }
        return first.value
    }

    /// The hash of a name without regard to case.
    ///
    /// - Parameter bytes: UTF-8.
    /// - Returns: 64 bits.
    static func hash(_ bytes: [UInt8]) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var isASCII = true
        for byte in bytes {
            if byte >= 0x80 { isASCII = false }
            Hash.combine(&hash, UInt32(foldASCII(byte)))
        }
        if isASCII { return Hash.mix(hash) }
        hash = 0xCBF2_9CE4_8422_2325
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { Hash.combine(&hash, fold(scalar)) }
        return Hash.mix(hash)
    }

    /// Whether two names are the same without regard to case.
    ///
    /// - Parameters:
    ///   - left: UTF-8.
    ///   - right: UTF-8.
    /// - Returns: true when every unit folds to the same one.
    static func areEqual(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
        if left.count == right.count, left.elementsEqual(right) { return true }
        var leftDecoder = UTF8()
        var rightDecoder = UTF8()
        var leftIterator = left.makeIterator()
        var rightIterator = right.makeIterator()
        while true {
            switch (leftDecoder.decode(&leftIterator), rightDecoder.decode(&rightIterator)) {
            case (.scalarValue(let first), .scalarValue(let second)):
                guard fold(first) == fold(second) else { return false }
            case (.emptyInput, .emptyInput): return true
            default: return false
            }
        }
    }

    /// Whether a name comes before another one in a directory.
    ///
    /// - Parameters:
    ///   - left: UTF-8.
    ///   - right: UTF-8.
    /// - Returns: true when the first different unit is smaller.
    static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        String(decoding: left, as: UTF8.self).unicodeScalars.lazy.map(fold)
            .lexicographicallyPrecedes(String(decoding: right, as: UTF8.self).unicodeScalars.lazy.map(fold))
    }
}
