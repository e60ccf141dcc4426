/// What the kernel answered: `ok`, the name of an errno value, a signal, or whether the evidence was seen.
struct Answer: CustomStringConvertible {
    let description: String

    /// Without the detail that follows.
    var result: String {
        let words = description.split(separator: " ")
        return words.first == "signal" ? words.prefix(2).joined(separator: " ") : words.first.map(String.init) ?? ""
    }

    /// Whether the attempt went through.
    var isSuccess: Bool { result == "ok" || result == "seen" }
}
