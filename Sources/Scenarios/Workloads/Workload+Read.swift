extension Workload {
    /// Reads a workload.
    ///
    /// - Parameters:
    ///   - text: the content of the file.
    ///   - path: its name in complaints.
    ///   - host: finds the host of a name.
    /// - Throws: ``ScenarioFileError`` with the line and column of the first thing that is not understood.
    public init(
        _ text: String, path: String, host: (String) throws(ScenarioFileError) -> Host
    ) throws(ScenarioFileError) {
        let root = try YAMLNode(document: text, file: path)
        let keys = try root.mapping(
            "schema", "id", "title", "recorded", "host", "workspace", "mode", "steps", "evidence")
        let version = try keys.require("schema")
        guard try version.number() == ScenarioFile.schema else {
            throw version.complaint("this program reads schema \(ScenarioFile.schema), not \(try version.text())")
        }
        file = path
        id = try keys.require("id").text()
        title = try keys.require("title").text()
        record = try keys.require("recorded").text()
        self.host = try host(try keys.require("host").text())
        let workspaceNode = try keys.require("workspace")
        workspace = try workspaceNode.text()
        guard self.host.workspaces.contains(workspace) else {
            throw workspaceNode.complaint(
                "the host has no workspace '\(workspace)'; it has \(self.host.workspaces.sorted().joined(separator: ", "))"
            )
        }
        let modeNode = try keys.require("mode")
        mode = try modeNode.word(of: Mode.self)
        guard mode != .fullAccess else { throw modeNode.complaint("a workload is done in a sandbox") }
        steps = try keys.require("steps").sequence().map { node throws(ScenarioFileError) in try Step(node) }
        guard steps.contains(where: \.isNeeded) else {
            throw keys.node.complaint("a workload needs at least one of its steps")
        }
        evidence =
            try keys["evidence"]?.sequence().map { node throws(ScenarioFileError) in try Attempt(node, by: .user) }
            ?? []
    }
}

extension Workload.Step {
    /// Reads a step: a text is needed, `optional: TEXT` with `because: REASON` is not.
    init(_ node: YAMLNode) throws(ScenarioFileError) {
        guard node.isMapping else {
            self.init(attempt: try Attempt(node), goesOnBecause: nil)
            return
        }
        let keys = try node.mapping("optional", "because")
        self.init(
            attempt: try Attempt(try keys.require("optional")), goesOnBecause: try keys.require("because").text())
    }
}
