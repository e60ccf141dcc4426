extension Host {
    /// Reads a host.
    ///
    /// - Parameters:
    ///   - text: the content of the file.
    ///   - path: its name in complaints.
    ///   - name: the host's name.
    /// - Throws: ``ScenarioFileError`` with the line and column of the first thing that is not understood.
    public init(_ text: String, path: String, name: String) throws(ScenarioFileError) {
        let root = try YAMLNode(document: text, file: path)
        let keys = try root.mapping(
            "schema", "title", "places", "workspaces", "environment", "files", "services", "listeners")
        let version = try keys.require("schema")
        guard try version.number() == ScenarioFile.schema else {
            throw version.complaint("this program reads schema \(ScenarioFile.schema), not \(try version.text())")
        }
        self.name = name
        var values: [OperatingSystem: [String: String]] = [:]
        for (place, systems) in try keys.require("places").pairs() {
            for (system, value) in try systems.pairs() {
                values[try system.word(of: OperatingSystem.self), default: [:]][try place.text()] = try value.text()
            }
        }
        places = Dictionary(
            uniqueKeysWithValues: OperatingSystem.allCases.map {
                ($0, Places(system: $0, values: values[$0] ?? [:]))
            })
        workspaces = Set(
            try keys.require("workspaces").sequence().map { node throws(ScenarioFileError) in try node.text() })
        environment =
            try keys["environment"]?.pairs().map { pair throws(ScenarioFileError) in
                (name: try pair.key.text(), value: try pair.value.text())
            } ?? []
        files = try keys.require("files").sequence().map { node throws(ScenarioFileError) in
            try HostFile.entries(node)
        }.flatMap(\.self)
        services =
            try keys["services"]?.sequence().map { node throws(ScenarioFileError) in
                try HostService(node)
            } ?? []
        listeners =
            try keys["listeners"]?.sequence().map { node throws(ScenarioFileError) in
                let keys = try node.mapping("address", "ports", "names")
                let ports = try keys.require("ports").sequence().map { node throws(ScenarioFileError) in
                    guard let port = UInt16(exactly: try node.number()), port > 0 else {
                        throw node.complaint("a port is a number from 1 to 65535")
                    }
                    return port
                }
                let names = try keys["names"]?.sequence().map { node throws(ScenarioFileError) in try node.text() }
                return HostListener(
                    address: try keys.require("address").text(), ports: ports, names: names ?? [])
            } ?? []
    }
}

extension HostService {
    init(_ node: YAMLNode) throws(ScenarioFileError) {
        let keys = try node.mapping("service", "abstract", "shared-memory", "orders", "owner")
        owner = try keys.require("owner").word(of: Actor.self)
        if let path = try keys["service"]?.text() {
            kind = .local(path: path)
        } else if let name = try keys["abstract"]?.text() {
            kind = .abstract(name: name)
        } else if let path = try keys["orders"]?.text() {
            kind = .orders(path: path)
        } else {
            kind = .sharedMemory(key: try keys.require("shared-memory").text())
        }
    }
}
