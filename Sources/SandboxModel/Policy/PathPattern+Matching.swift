extension PathPattern.Component {
    /// Whether a name fits; ASCII letters are alike when case does not count.
    ///
    /// - Parameters:
    ///   - name: one component of a path.
    ///   - ignoresCase: whether the host's names ignore case.
    /// - Returns: whether it fits; `**` fits every name.
    func matches(_ name: [UInt8], ignoresCase: Bool) -> Bool {
        let name = ignoresCase ? name.map(Self.lowered) : name
        switch self {
        case .anything: return true
        case .literal(let literal): return (ignoresCase ? literal.map(Self.lowered) : literal) == name
        case .wildcard(let elements): return Self.matches(elements[...], name[...], ignoresCase)
        }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    /// Tries the elements one by one; of several `*` only the last is ever taken back, so the time is at most the product of both lengths.
    private static func matches(
        _ elements: ArraySlice<PathPattern.Element>, _ name: ArraySlice<UInt8>, _ ignoresCase: Bool
    ) -> Bool {
        var (element, byte) = (elements.startIndex, name.startIndex)
        var star: (element: Int, byte: Int)?
        while byte < name.endIndex {
            if element < elements.endIndex, elements[element] == .many {
                star = (element, byte)
                element += 1
            } else if element < elements.endIndex, fits(elements[element], name[byte], ignoresCase) {
                // A character may take several bytes; `?` and a range take all of them.
                let isOneByte = if case .byte = elements[element] { true } else { false }
                element += 1
                byte += 1
                while !isOneByte, byte < name.endIndex, name[byte] & 0xC0 == 0x80 { byte += 1 }
            } else if let last = star {
                element = last.element + 1
                byte = last.byte + 1
                star = (last.element, byte)
            } else {
                return false
            }
        }
        return elements[element...].allSatisfy { $0 == .many }
    }

    private static func fits(_ element: PathPattern.Element, _ byte: UInt8, _ ignoresCase: Bool) -> Bool {
        switch element {
        case .byte(let wanted): return (ignoresCase ? lowered(wanted) : wanted) == byte
        case .one: return true
        case .many: return false
        case .ranges(let ranges, let isNegated):
            let upper = ignoresCase && (0x61...0x7A).contains(byte) ? byte & 0xDF : byte
            return ranges.contains { $0.contains(byte) || $0.contains(upper) } != isNegated
        }
    }
}
