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
