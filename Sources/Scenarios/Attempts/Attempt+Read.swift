extension Attempt {
    /// Reads a step: a text is done by the sandboxed command, `user: TEXT` by somebody else.
    init(_ node: YAMLNode, by standing: Actor = .sandbox) throws(ScenarioFileError) {
        var actor = standing
        var text = node
        if node.isMapping {
            guard let pair = try node.pairs().first, try node.pairs().count == 1 else {
                throw node.complaint("expected one actor with one step")
            }
            actor = try pair.key.word(of: Actor.self)
            text = pair.value
        }
        let words = try text.text().split(separator: " ").map(String.init)
        guard let name = words.first else { throw text.complaint("expected a verb with its arguments") }
        guard let verb = Verb.named(name) else {
            throw text.complaint("there is no verb '\(name)'; 'sallyport validate --verbs' lists them")
        }
        guard verb.arity.contains(words.count - 1) else {
            throw text.complaint("expected '\(name) \(verb.usage)', found \(words.count - 1) arguments")
        }
        guard actor != .tools || name == "overwrite" else {
            throw text.complaint("the agent's own tools write files; expected 'overwrite'")
        }
        self.init(actor: actor, verb: verb, arguments: Array(words.dropFirst()))
    }
}
