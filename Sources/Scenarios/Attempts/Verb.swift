/// Something that can be attempted, on every platform under the same name.
public struct Verb: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The arguments in the form of a manual page, for example `PATH [MODE]`.
    public let usage: String
    /// What it does, in half a sentence.
    public let summary: String

    /// The only system that has such a thing; nothing when every one may have it.
    public let system: OperatingSystem?

    init(_ name: String, _ usage: String, _ summary: String, on system: OperatingSystem? = nil) {
        self.name = name
        self.usage = usage
        self.summary = summary
        self.system = system
    }

    private static let pathWords: Set<String> = ["PATH", "NAME", "TARGET", "DIRECTORY"]
    private var words: [Substring] { usage.split(separator: " ") }

    /// How many arguments there may be.
    public var arity: ClosedRange<Int> {
        let required = words.filter { !$0.hasPrefix("[") }.count
        return required...(usage.hasSuffix("...]") ? 32 : words.count)
    }

    /// What the argument at a place is.
    ///
    /// - Parameter index: the place, from 0.
    /// - Returns: what it is.
    public func kind(at index: Int) -> ArgumentKind {
        guard index < words.count else { return .text }
        let word = words[index].filter { $0 != "[" && $0 != "]" && $0 != "." }
        return Self.pathWords.contains(word) ? .path : .text
    }

    /// The verb of a name.
    ///
    /// - Parameter name: the name.
    /// - Returns: the verb, or nothing.
    public static func named(_ name: String) -> Verb? { table[name] }

    private static let table = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
