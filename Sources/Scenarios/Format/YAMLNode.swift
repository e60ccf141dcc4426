internal import Yams

/// A node of a YAML document that knows where it stands, so that every complaint names the place.
struct YAMLNode {
    /// The file the document was read from.
    let file: String
    /// The node.
    let node: Node

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - text: the document.
    ///   - file: its name in complaints.
    /// - Throws: ``ScenarioFileError`` when it is not YAML, or empty.
    init(document text: String, file: String) throws(ScenarioFileError) {
        self.file = file
        do {
            guard let root = try Yams.compose(yaml: text) else {
                throw ScenarioFileError(file: file, reason: "the file is empty")
            }
            node = root
        } catch let error as ScenarioFileError {
            throw error
        } catch let error as YamlError {
            throw ScenarioFileError(file: file, error)
        } catch {
            throw ScenarioFileError(file: file, reason: "\(error)")
        }
    }

    init(file: String, node: Node) {
        self.file = file
        self.node = node
    }

    /// A complaint about this node.
    func complaint(_ reason: String) -> ScenarioFileError {
        ScenarioFileError(file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0, reason: reason)
    }

    /// The node's text.
    func text() throws(ScenarioFileError) -> String {
        guard case .scalar(let scalar) = node else { throw complaint("expected a text") }
        guard !scalar.string.isEmpty || scalar.style != .any && scalar.style != .plain else {
            throw complaint("expected a text, found nothing")
        }
        return scalar.string
    }

    /// The node's number.
    func number() throws(ScenarioFileError) -> Int {
        guard let number = Int(try text()) else { throw complaint("expected a whole number, found '\(try text())'") }
        return number
    }

    /// One word of a closed set.
    func word<Word: RawRepresentable & CaseIterable>(
        of _: Word.Type
    ) throws(ScenarioFileError) -> Word where Word.RawValue == String {
        let text = try text()
        guard let word = Word(rawValue: text) else {
            let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw complaint("'\(text)' is none of \(known)")
        }
        return word
    }

    /// The node's elements.
    func sequence() throws(ScenarioFileError) -> [YAMLNode] {
        guard case .sequence(let sequence) = node else { throw complaint("expected a list") }
        return sequence.map { YAMLNode(file: file, node: $0) }
    }

    /// The node's pairs; each key is a text and stands once.
    func pairs() throws(ScenarioFileError) -> [(key: YAMLNode, value: YAMLNode)] {
        guard case .mapping(let mapping) = node else { throw complaint("expected keys with values") }
        return mapping.map { (YAMLNode(file: file, node: $0.key), YAMLNode(file: file, node: $0.value)) }
    }

    /// The node as a mapping with known keys.
    ///
    /// - Parameter known: the keys there may be; any other is refused by name.
    /// - Returns: the values by key.
    /// - Throws: ``ScenarioFileError`` for a key that is not among them.
    func mapping(_ known: String...) throws(ScenarioFileError) -> YAMLMapping {
        var values: [String: YAMLNode] = [:]
        for (key, value) in try pairs() {
            let name = try key.text()
            guard known.contains(name) else {
                throw key.complaint("unknown key '\(name)'; there may be \(known.joined(separator: ", "))")
            }
            values[name] = value
        }
        return YAMLMapping(node: self, values: values)
    }

    /// Whether the node is a mapping.
    var isMapping: Bool { if case .mapping = node { true } else { false } }
}
