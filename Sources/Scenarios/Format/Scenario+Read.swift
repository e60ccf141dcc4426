internal import SandboxModel

extension Scenario {
    init(_ node: YAMLNode, group: String, host: Host, standingWorkspace: String?) throws(ScenarioFileError) {
        let keys = try node.mapping(
            "id", "title", "sources", "workspace", "policy", "attempts", "ends", "evidence", "control", "expect",
            "decided", "differs")
        let workspaceNode = keys["workspace"]
        guard let workspace = try workspaceNode?.text() ?? standingWorkspace else {
            throw node.complaint("the key 'workspace' is missing, and the file names none for all")
        }
        guard host.workspaces.contains(workspace) else {
            throw (workspaceNode ?? node).complaint(
                "the host has no workspace '\(workspace)'; it has \(host.workspaces.sorted().joined(separator: ", "))")
        }
        let attempts = try keys.require("attempts").sequence().map { node throws(ScenarioFileError) in
            try Attempt(node)
        }
        guard let last = attempts.last, last.actor.isSandboxed else {
            throw node.complaint("the last attempt must be one of a sandboxed command: it is the one that is judged")
        }
        self.id = try keys.require("id").text()
        self.title = try keys.require("title").text()
        self.sources = try keys["sources"].map(Self.sources) ?? []
        self.file = node.file
        self.group = group
        self.host = host
        self.workspace = workspace
        self.policy =
            try keys["policy"].map { node throws(ScenarioFileError) in try PolicyAdditions(node) } ?? PolicyAdditions()
        self.attempts = attempts
        self.ending = try keys["ends"]?.word(of: Ending.self) ?? .byItself
        if ending != .byItself, keys["evidence"] == nil {
            throw node.complaint("what is left of a command that does not end by itself is seen by an 'evidence' alone")
        }
        self.evidence = try keys["evidence"].map { node throws(ScenarioFileError) in try Attempt(node, by: .user) }
        let control = try Control(try keys.require("control"))
        self.control = control
        let reader = ExpectationReader(
            expect: try keys.require("expect"), decided: keys["decided"], differs: keys["differs"], control: control)
        self.verdicts = try reader.common()
        self.expectations = try reader.read()
    }

    /// Attack rows, invariants and incidents are written in one way each, so that coverage can be counted.
    private static func sources(_ node: YAMLNode) throws(ScenarioFileError) -> [String] {
        try node.sequence().map { node throws(ScenarioFileError) in
            let text = try node.text()
            let digits = text.drop { !$0.isNumber }
            guard Int(digits) != nil, ["attack ", "V", "K"].contains(text.prefix(text.count - digits.count)) else {
                throw node.complaint("'\(text)' is no source; write 'attack 44', V060 or K19")
            }
            return text
        }
    }
}

extension Control {
    init(_ node: YAMLNode) throws(ScenarioFileError) {
        guard node.isMapping else {
            self = .succeeds(try node.word(of: Actor.self))
            return
        }
        self = .none(reason: try node.mapping("none").require("none").text())
    }
}

extension PolicyAdditions {
    init(_ node: YAMLNode) throws(ScenarioFileError) {
        let keys = try node.mapping(
            "writable-roots", "earlier-writable-roots", "read-only", "deny-read", "earlier-deny-read", "reads",
            "proxy", "workspace", "temporary")
        func paths(_ key: String) throws(ScenarioFileError) -> [String] {
            try keys[key]?.sequence().map { node throws(ScenarioFileError) in try node.text() } ?? []
        }
        writableRoots = try paths("writable-roots")
        earlierRoots = try paths("earlier-writable-roots")
        readOnly = try paths("read-only")
        denyRead = try paths("deny-read")
        func isSet(_ key: String, _ word: String) throws(ScenarioFileError) -> Bool {
            guard let node = keys[key] else { return false }
            guard try node.text() == word else { throw node.complaint("expected '\(word)', or no such key") }
            return true
        }
        listsReads = try isSet("reads", "listed")
        if let node = keys["proxy"] { proxy = Set(try node.sequence().map(Self.destination)) }
        if keys["earlier-deny-read"] != nil { earlierDenyRead = try paths("earlier-deny-read") }
        workspace = try keys["workspace"]?.text()
        temporary = try keys["temporary"]?.text()
    }

    private static func destination(_ node: YAMLNode) throws(ScenarioFileError) -> ProxyDestination {
        let text = try node.text()
        guard let destination = ProxyDestination(text) else {
            throw node.complaint("expected a name and a port, such as example.org:443, found '\(text)'")
        }
        return destination
    }
}
