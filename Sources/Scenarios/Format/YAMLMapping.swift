/// A mapping whose keys are known.
struct YAMLMapping {
    let node: YAMLNode
    let values: [String: YAMLNode]

    /// The value of a key that may be left out.
    subscript(key: String) -> YAMLNode? { values[key] }

    /// The value of a key that must be there.
    func require(_ key: String) throws(ScenarioFileError) -> YAMLNode {
        guard let value = values[key] else { throw node.complaint("the key '\(key)' is missing") }
        return value
    }
}
