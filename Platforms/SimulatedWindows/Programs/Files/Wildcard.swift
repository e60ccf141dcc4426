/// A name with `*` and `?` that stands for all names like it.
struct Wildcard: Hashable, Sendable {
    private let pattern: [Character]

    /// Makes a wildcard.
    ///
    /// - Parameter pattern: for example `*.txt`; `*.*` means every name, as ever.
    init(_ pattern: String) { self.pattern = Array(pattern == "*.*" ? "*" : pattern.lowercased()) }

    /// Whether a text is a wildcard at all.
    ///
    /// - Parameter text: the last component of a path.
    /// - Returns: true when it holds `*` or `?`.
    static func isOne(_ text: some StringProtocol) -> Bool { text.contains { $0 == "*" || $0 == "?" } }

    /// Whether a name is like it.
    ///
    /// - Parameter name: any name.
    /// - Returns: true when every character finds its place.
    func matches(_ name: String) -> Bool {
        let name = Array(name.lowercased())
        var (here, there) = (0, 0)
        var star: (pattern: Int, name: Int)?
        while there < name.count {
            if here < pattern.count, pattern[here] == "?" || pattern[here] == name[there] && pattern[here] != "*" {
                here += 1
                there += 1
            } else if here < pattern.count, pattern[here] == "*" {
                star = (here, there)
                here += 1
            } else if let last = star {
                star = (last.pattern, last.name + 1)
                (here, there) = (last.pattern + 1, last.name + 1)
            } else {
                return false
            }
        }
        return pattern[here...].allSatisfy { $0 == "*" }
    }
}
