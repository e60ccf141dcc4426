/// A place in a JSON text: the members and elements that lead there.
public struct JSONPath: Hashable, Sendable {
    /// One step down.
    public enum Step: Hashable, Sendable {
        /// To the member of a name.
        case member(String)
        /// To the element of an index.
        case element(Int)
    }

    /// The steps from the whole text down.
    public var steps: [Step]

    /// Makes a path.
    ///
    /// - Parameter steps: the steps from the whole text down.
    public init(_ steps: [Step] = []) { self.steps = steps }

    /// Where the value begins in a text, in bytes.
    ///
    /// - Parameter text: JSON.
    /// - Returns: the offset; that of the last value on the way which is there.
    public func offset(in text: some StringProtocol) -> Int {
        var scanner = JSONScanner(bytes: Array(text.utf8))
        scanner.skipBlanks()
        for step in steps {
            guard scanner.enter(step) else { break }
        }
        return scanner.offset
    }
}

extension JSONPath: CustomStringConvertible {
    /// The path as people write it: `users[3].name`; empty for the whole text.
    public var description: String {
        steps.reduce("") { text, step in
            switch step {
            case .member(let name): text.isEmpty ? name : text + "." + name
            case .element(let index): text + "[\(index)]"
            }
        }
    }
}

/// Walks over text that is known to be JSON, or stops where it is none.
private struct JSONScanner {
    let bytes: [UInt8]
    var offset = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    mutating func skipBlanks() {
        while next == 0x20 || next == 0x09 || next == 0x0A || next == 0x0D { offset += 1 }
    }

    /// Goes down one step; stays where it is when there is no such value.
    mutating func enter(_ step: JSONPath.Step) -> Bool {
        let start = offset
        let isObject = next == UInt8(ascii: "{")
        guard isObject || next == UInt8(ascii: "[") else { return false }
        offset += 1
        var index = 0
        while offset < bytes.count {
            skipBlanks()
            if next == UInt8(ascii: "}") || next == UInt8(ascii: "]") { break }
            var name: [UInt8] = []
            if isObject {
                let first = offset
                skipString()
                name = Array(bytes[first..<offset])
                skipBlanks()
                offset += 1
                skipBlanks()
            }
            switch step {
            case .member(let wanted):
                if isObject, (try? JSONValue(parsing: String(decoding: name, as: UTF8.self))) == .string(wanted) {
                    return true
                }
            case .element(index) where !isObject: return true
            case .element: break
            }
            skipValue()
            skipBlanks()
            if next == UInt8(ascii: ",") { offset += 1 }
            index += 1
        }
        offset = start
        return false
    }

    private mutating func skipString() {
        offset += 1
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
            offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
        offset += 1
    }

    private mutating func skipValue() {
        var depth = 0
        repeat {
            switch next {
            case UInt8(ascii: "\""): skipString()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                offset += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard depth > 0 else { return }
                depth -= 1
                offset += 1
            case UInt8(ascii: ",") where depth == 0: return
            default: offset += 1
            }
        } while offset < bytes.count && (depth > 0 || next != UInt8(ascii: ",") && next != 0x5D && next != 0x7D)
    }
}
