/// The directories in a person's home that her ssh configuration refers to; ssh_config(5).
///
/// A sandbox is to get neither write nor read grants there. The walk follows `Include` to a fixed depth and no file twice.
struct KeyDirectories<Facts: HostFacts> {
    private static var maximumDepth: Int { 32 }
    private static var maximumLength: Int { 1 << 20 }
    private static var directives: Set<String> {
        [
            "certificatefile", "controlpath", "globalknownhostsfile", "identityagent", "identityfile",
            "revokedhostkeys", "userknownhostsfile",
        ]
    }

    private let facts: Facts
    private let home: HostPath
    private var visited: Set<HostPath> = []
    /// The entries of the home directory that something in the configuration lies in.
    private(set) var entries: Set<HostPath> = []

    /// Reads `~/.ssh/config` and what it includes.
    init(facts: Facts, home: HostPath) {
        self.facts = facts
        self.home = home
        guard let config = try? home.joining(".ssh/config".utf8) else { return }
        read(config, depth: 0)
    }

    private mutating func read(_ file: HostPath, depth: Int) {
        guard depth <= Self.maximumDepth, let canonical = facts.canonical(file), visited.insert(canonical).inserted,
            let contents = facts.contents(of: canonical, limit: Self.maximumLength)
        else { return }
        for line in contents.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
            let words = Self.words(Array(line))
            guard let keyword = words.first.map({ String(decoding: $0, as: UTF8.self).lowercased() }) else { continue }
            for word in words.dropFirst() {
                if keyword == "include" {
                    for path in included(word) { read(path, depth: depth + 1) }
                } else if Self.directives.contains(keyword), let path = path(word, relativeTo: home) {
                    note(path)
                    if let target = facts.canonical(path) { note(target) }
                }
            }
        }
    }

    private mutating func note(_ path: HostPath) {
        guard path != home, path.isWithin(home) else { return }
        if let entry = try? home.appending(path.components[home.depth]) { entries.insert(entry) }
    }

    /// The files of an `Include`, whose relative paths count from `~/.ssh`.
    private func included(_ word: [UInt8]) -> [HostPath] {
        guard let base = try? home.joining(".ssh".utf8), let path = path(word, relativeTo: base) else { return [] }
        guard let pattern = PathPattern(path.bytes) else { return [path] }
        var expansion = PatternExpansion(facts: facts, maximumDepth: Self.maximumDepth)
        try? expansion.expand(pattern)
        return expansion.found.sorted()
    }

    /// The path of a word with `~`, `%d` or `${HOME}` at its start.
    private func path(_ word: [UInt8], relativeTo directory: HostPath) -> HostPath? {
        for prefix in ["~", "%d", "${HOME}"] where word.starts(with: prefix.utf8) {
            let rest = word.dropFirst(prefix.utf8.count).drop { $0 == HostPath.separator || $0 == UInt8(ascii: "\\") }
            return rest.isEmpty ? home : try? home.joining(rest)
        }
        return facts.absolutePath(word) ?? (try? directory.joining(word))
    }

    /// The words of a line: blanks, `=` and quotation marks part them, `#` at the start makes a comment.
    private static func words(_ line: [UInt8]) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        var isQuoted = false
        for byte in line {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "="):
                // Only the first `=` parts keyword and value.
                guard !isQuoted, byte != UInt8(ascii: "=") || words.isEmpty else { fallthrough }
                if !word.isEmpty { words.append(word) }
                word = []
            default: word.append(byte)
            }
        }
        if !word.isEmpty { words.append(word) }
        return words.first?.first == UInt8(ascii: "#") ? [] : words
    }
}
