/// How a report may use a terminal.
public struct TerminalStyle: Hashable, Sendable {
    /// How many characters a line has.
    public let width: Int
    /// Whether colours are used.
    public let usesColour: Bool

    /// Makes a style.
    ///
    /// - Parameters:
    ///   - width: how many characters a line has; at least 60 are used.
    ///   - usesColour: whether colours are used.
    public init(width: Int = 80, usesColour: Bool = false) {
        self.width = max(60, width)
        self.usesColour = usesColour
    }

    /// A colour or weight of ECMA-48.
    enum Attribute: String {
        case bold = "1"
        case faint = "2"
        case red = "1;31"
        case green = "32"
        case yellow = "33"
        case magenta = "1;35"
    }

    /// A text without what would steer the terminal; reports hold what files and kernels said.
    private static func printable(_ text: String) -> String {
        let isSafe = { (scalar: Unicode.Scalar) in scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) }
        guard !text.unicodeScalars.allSatisfy(isSafe) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isSafe($0) ? $0 : "\u{FFFD}" }))
    }

    /// A text in a colour, where there are colours.
    func text(_ text: String, _ attribute: Attribute?) -> String {
        let text = Self.printable(text)
        guard usesColour, let attribute, !text.isEmpty else { return text }
        return "\u{1B}[\(attribute.rawValue)m\(text)\u{1B}[0m"
    }

    /// A text in lines of the terminal, broken at blanks; the second and later ones are indented.
    func wrapped(_ text: String, indent: Int = 0) -> [String] {
        let text = Self.printable(text)
        var lines: [String] = []
        var line = String(text.prefix { $0 == " " })
        var isEmpty = true
        for word in text.split(separator: " ") {
            if !isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = String(repeating: " ", count: indent) + word
            } else {
                line += (isEmpty ? "" : " ") + word
            }
            isEmpty = false
        }
        return lines + [line]
    }

    /// A text cut or filled up to a length.
    static func fitted(_ text: String, _ length: Int) -> String {
        let text = printable(text)
        return text.count > length
            ? text.prefix(max(0, length - 2)) + ".." : text + String(repeating: " ", count: length - text.count)
    }
}
