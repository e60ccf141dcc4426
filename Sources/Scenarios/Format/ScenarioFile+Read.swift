extension ScenarioFile {
    /// Reads a file of scenarios.
    ///
    /// - Parameters:
    ///   - text: the content.
    ///   - path: its name in complaints.
    ///   - host: finds the host of a name.
    /// - Throws: ``ScenarioFileError`` with the line and column of the first thing that is not understood.
    public init(
        _ text: String, path: String, host: (String) throws(ScenarioFileError) -> Host
    ) throws(ScenarioFileError) {
        let root = try YAMLNode(document: text, file: path)
        let file = try root.mapping("schema", "title", "host", "workspace", "scenarios")
        let version = try file.require("schema")
        guard try version.number() == Self.schema else {
            throw version.complaint("this program reads schema \(Self.schema), not \(try version.text())")
        }
        self.path = path
        title = try file.require("title").text()
        let host = try host(try file.require("host").text())
        let workspace = try file["workspace"]?.text()
        var scenarios: [Scenario] = []
        for node in try file.require("scenarios").sequence() {
            let scenario = try Scenario(node, group: title, host: host, standingWorkspace: workspace)
            if scenarios.contains(where: { $0.id == scenario.id }) {
                throw node.complaint("there are two scenarios '\(scenario.id)'")
            }
            scenarios.append(scenario)
        }
        self.scenarios = scenarios
    }
}
