/// The value forms that both wire formats share; every reader is total.
enum WireValues {
    /// The longest path the kernel takes, without its NUL (limits.h, `PATH_MAX`).
    static let longestPath = 4095

    static func text(_ text: StaticString) -> [UInt8] {
        unsafe [UInt8](UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    static func matches(_ bytes: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
        guard bytes.count == text.utf8CodeUnitCount else { return false }
        var index = 0
        for byte in bytes {
            if unsafe text.utf8Start[index] != byte { return false }
            index += 1
        }
        return true
    }

    /// Divides a field at its first space; without a space the value is empty.
    static func divide(_ field: ArraySlice<UInt8>) -> (key: ArraySlice<UInt8>, value: ArraySlice<UInt8>) {
        guard let space = field.firstIndex(of: UInt8(ascii: " ")) else { return (field, field[field.endIndex...]) }
        return (field[..<space], field[(space + 1)...])
    }

    /// A decimal number without sign and without leading zero.
    static func number(_ bytes: ArraySlice<UInt8>, atMost limit: UInt64, at offset: Int) throws(WireError) -> UInt64 {
        guard let first = bytes.first, bytes.count == 1 || first != UInt8(ascii: "0") else {
            throw WireError(.number, at: offset)
        }
        var value: UInt64 = 0
        for byte in bytes {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { throw WireError(.number, at: offset) }
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(UInt64(byte - UInt8(ascii: "0")))
            guard !overflow, !carry, sum <= limit else { throw WireError(.number, at: offset) }
            value = sum
        }
        return value
    }

    /// A user or group id; the all-ones id means "no change" to the kernel and is refused.
    static func identifier(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(WireError) -> UInt32 {
        UInt32(truncatingIfNeeded: try number(bytes, atMost: UInt64(UInt32.max) - 1, at: offset))
    }

    /// An absolute path in normal form.
    static func path(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(WireError) -> [UInt8] {
        guard bytes.count <= longestPath else { throw WireError(.tooLong, at: offset) }
        guard bytes.first == UInt8(ascii: "/") else { throw WireError(.path, at: offset) }
        if bytes.count == 1 { return [UInt8](bytes) }
        var start = bytes.startIndex + 1
        while start <= bytes.endIndex {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "/")) ?? bytes.endIndex
            let component = bytes[start..<end]
            guard !component.isEmpty, !matches(component, "."), !matches(component, ".."), !component.contains(0) else {
                throw WireError(.path, at: offset)
            }
            start = end + 1
        }
        return [UInt8](bytes)
    }

    static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        var digits: [UInt8] = []
        var rest = number
        repeat {
            digits.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest != 0
        for digit in digits.reversed() { bytes.append(digit) }
    }
}
