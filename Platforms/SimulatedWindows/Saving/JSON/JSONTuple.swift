/// What an enumeration carries without labels: Swift calls the members `_0`, `_1` and so on, a machine file keeps a list.
enum JSONTuple {
    /// Whether keys are those of such a list.
    static func isTuple<Key: CodingKey>(_ type: Key.Type) -> Bool { Key(stringValue: "_0") != nil }

    /// The place of a key in the list.
    static func index(of key: some CodingKey) -> Int? {
        key.stringValue.first == "_" ? Int(key.stringValue.dropFirst()) : nil
    }
}
