internal import JSON

extension JSONPath {
    /// The place that a decoder has come to.
    init(_ keys: [any CodingKey]) {
        self.init(keys.map { key in key.intValue.map { .element($0) } ?? .member(key.stringValue) })
    }
}
