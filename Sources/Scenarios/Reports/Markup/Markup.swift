/// A piece of XML or HTML.
///
/// A literal is markup as it is written; every text that is interpolated is escaped, so that none can be forgotten.
struct Markup: Hashable, Sendable {
    /// The markup.
    private(set) var source: String

    /// Markup that is written elsewhere, such as a style sheet of this package; never anything that was read.
    init(trusted source: String) { self.source = source }

    /// A text.
    init(text: String) { source = Self.escaped(text) }

    /// The text with everything replaced that would end it, in an element or an attribute in either kind of quotes.
    ///
    /// What XML 1.0 cannot say at all, control characters and the like, becomes U+FFFD.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\r": result += "&#13;"
            case "\t", "\n": result.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension Markup: ExpressibleByStringInterpolation {
    /// Collects literals as they are and values escaped.
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var source = ""

        init(literalCapacity: Int, interpolationCount: Int) { source.reserveCapacity(2 * literalCapacity) }

        mutating func appendLiteral(_ literal: String) { source += literal }
        mutating func appendInterpolation(_ text: String) { source += Markup(text: text).source }
        mutating func appendInterpolation(_ character: Character) { source += Markup(text: String(character)).source }
        mutating func appendInterpolation(_ number: Int) { source += "\(number)" }
        mutating func appendInterpolation(_ markup: Markup) { source += markup.source }
        mutating func appendInterpolation(_ parts: [Markup]) { for part in parts { source += part.source } }
    }

    init(stringLiteral literal: String) { source = literal }
    init(stringInterpolation: StringInterpolation) { source = stringInterpolation.source }
}
