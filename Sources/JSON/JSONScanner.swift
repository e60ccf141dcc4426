/// Walks over text that is known to be JSON, or stops where it is none.
struct JSONScanner {
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
