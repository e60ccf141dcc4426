extension PathPattern {
    /// Reads an absolute pattern; nothing comes of a relative or empty text, of `.` and `..`, a control character, a range that runs backwards
    /// and a `**` that shares its component.
    ///
    /// - Parameter text: for example `/home/alice/repo/**/*.env`.
    public init?(_ text: some Sequence<UInt8>) {
        let bytes = Array(text)
        guard bytes.first == HostPath.separator, bytes.count <= HostPath.maximumLength,
            bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
        else { return nil }
        var components: [Component] = []
        for part in bytes.split(separator: HostPath.separator) {
            guard let component = Self.component(Array(part)) else { return nil }
            components.append(component)
        }
        guard components.contains(where: { if case .literal = $0 { false } else { true } }) else { return nil }
        self.init(components: components)
    }

    private static func component(_ text: [UInt8]) -> Component? {
        if text.elementsEqual("**".utf8) { return .anything }
        if text.elementsEqual(".".utf8) || text.elementsEqual("..".utf8) { return nil }
        var elements: [Element] = []
        var index = 0
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: "*"):
                guard elements.last != .many else { return nil }
                elements.append(.many)
            case UInt8(ascii: "?"): elements.append(.one)
            case UInt8(ascii: "["):
                guard let end = text[(index + 1)...].firstIndex(of: UInt8(ascii: "]")), end > index + 1 else {
                    elements.append(.byte(text[index]))
                    break
                }
                guard let ranges = ranges(Array(text[(index + 1)..<end])) else { return nil }
                elements.append(ranges)
                index = end
            default: elements.append(.byte(text[index]))
            }
            index += 1
        }
        let literal = elements.compactMap { if case .byte(let byte) = $0 { byte } else { nil } }
        return literal.count == elements.count ? .literal(literal) : .wildcard(elements)
    }

    private static func ranges(_ text: [UInt8]) -> Element? {
        let isNegated = text.first == UInt8(ascii: "!") || text.first == UInt8(ascii: "^")
        var rest = isNegated ? text[1...] : text[...]
        guard !rest.isEmpty else { return nil }
        var ranges: [ClosedRange<UInt8>] = []
        while let low = rest.popFirst() {
            guard rest.count >= 2, rest.first == UInt8(ascii: "-") else {
                ranges.append(low...low)
                continue
            }
            rest.removeFirst()
            guard let high = rest.popFirst(), low <= high else { return nil }
            ranges.append(low...high)
        }
        return .ranges(ranges, isNegated: isNegated)
    }
}
