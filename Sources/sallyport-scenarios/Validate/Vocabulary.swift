internal import Scenarios

/// The verbs for people.
enum Vocabulary {
    /// A line for each verb.
    static var text: String {
        let usages = Verb.all.map { $0.usage.isEmpty ? $0.name : "\($0.name) \($0.usage)" }
        let width = usages.map(\.count).max() ?? 0
        return zip(usages, Verb.all).map { usage, verb in
            usage + String(repeating: " ", count: width - usage.count + 2) + verb.summary + "\n"
        }.joined()
    }
}
