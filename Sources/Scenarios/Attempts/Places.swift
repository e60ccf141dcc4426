internal import Foundation

/// What `$name` stands for on a system.
public struct Places: Hashable, Sendable {
    /// The system, which decides how paths are written.
    public let system: OperatingSystem
    private var values: [String: String]

    /// Makes places.
    ///
    /// - Parameters:
    ///   - system: the system.
    ///   - values: what each name stands for; a value may begin with another place.
    public init(system: OperatingSystem, values: [String: String]) {
        self.system = system
        self.values = values
    }

    /// The value of a place as it was written.
    public subscript(name: String) -> String? {
        get { values[name] }
        set { values[name] = newValue }
    }

    /// Puts places and bytes in.
    ///
    /// - Parameters:
    ///   - text: the text; `$name` stands for a place and `%XX` for a byte.
    ///   - asPath: whether the result is a path, written as the system writes it.
    /// - Returns: the text with both put in.
    /// - Throws: ``PlaceError`` for an unknown place, a circle of places, or a byte that cannot be read.
    public func resolve(_ text: String, asPath: Bool) throws(PlaceError) -> String {
        if asPath, system == .windows, text.hasPrefix("/") {
            throw PlaceError(reason: "'\(text)' is a path of Linux")
        }
        var bytes: [UInt8] = []
        var rest = Array(try expanded(text, depth: 0).utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let pair = String(bytes: rest.prefix(2), encoding: .utf8), pair.count == 2,
                    let value = UInt8(pair, radix: 16)
                else { throw PlaceError(reason: "'%' without two hexadecimal digits in '\(text)'") }
                guard value != 0 || system == .windows && !asPath else {
                    throw PlaceError(reason: "a zero byte ends every text of Linux, and every path: '\(text)'")
                }
                bytes.append(value)
                rest = rest.dropFirst(2)
            case UInt8(ascii: "/") where asPath && system == .windows: bytes.append(UInt8(ascii: "\\"))
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func expanded(_ text: String, depth: Int) throws(PlaceError) -> String {
        guard depth < 8 else { throw PlaceError(reason: "places lead in a circle at '\(text)'") }
        guard let dollar = text.firstIndex(of: "$") else { return text }
        let after = text[text.index(after: dollar)...]
        let name = after.prefix { $0.isLowercase || $0 == "-" || $0.isNumber }
        guard let value = values[String(name)] else {
            throw PlaceError(reason: "there is no place '$\(name)' on \(system.rawValue)")
        }
        return try expanded(text[..<dollar] + value + after[name.endIndex...], depth: depth + 1)
    }
}
