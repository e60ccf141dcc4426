internal import ModelFamilies

extension MachineFile {
    /// Reads a machine file.
    ///
    /// - Parameter text: JSON, an object with the lists `users` (`name`, `password`), `directories` (paths), `files` (`path`, `text`) and
    ///   `hosts` (`name`, `addresses`, `ports`), each optional.
    /// - Throws: ``MachineFileError`` with the place, and the offset of what is no JSON.
    public init(parsing text: some StringProtocol) throws(MachineFileError) {
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONValue(parsing: text)
        } catch {
            throw MachineFileError(.notJSON, "", offset: error.offset)
        }
        guard let members = json.members else { throw MachineFileError(.member, "") }
        self.init()
        for member in members {
            guard let elements = member.value.array else { throw MachineFileError(.member, member.name) }
            for (index, element) in elements.enumerated() {
                try add(MachineFileEntry(json: element, place: "\(member.name)[\(index)]"), to: member.name)
            }
        }
    }

    private mutating func add(_ entry: MachineFileEntry, to list: String) throws(MachineFileError) {
        switch list {
        case "users":
            try entry.allow(["name", "password"])
            users.append(User(name: try entry.text("name"), password: try entry.text("password")))
        case "directories":
            guard let path = entry.json.string else { throw MachineFileError(.member, entry.place) }
            directories.append(path)
        case "files":
            try entry.allow(["path", "text"])
            files.append(TextFile(path: try entry.text("path"), text: try entry.text("text")))
        case "hosts":
            try entry.allow(["name", "addresses", "ports"])
            hosts.append(
                Network.Host(
                    name: try entry.text("name"),
                    addresses: try entry.list("addresses") { $0.string.flatMap(NetworkAddress.init) },
                    ports: Set(try entry.list("ports") { $0.integer.flatMap { UInt16(exactly: $0) } })))
        default: throw MachineFileError(.unknown, list)
        }
    }
}

/// One element of a list, with its place for errors.
private struct MachineFileEntry {
    let json: JSONValue
    let place: String

    func allow(_ names: [String]) throws(MachineFileError) {
        guard let members = json.members else { throw MachineFileError(.member, place) }
        if let unknown = members.first(where: { !names.contains($0.name) }) {
            throw MachineFileError(.unknown, "\(place).\(unknown.name)")
        }
    }

    func text(_ name: String) throws(MachineFileError) -> String {
        guard let text = json[name]?.string else { throw MachineFileError(.member, "\(place).\(name)") }
        return text
    }

    func list<Element>(
        _ name: String, _ read: (JSONValue) -> Element?
    ) throws(MachineFileError) -> [Element] {
        guard let elements = json[name]?.array else { throw MachineFileError(.member, "\(place).\(name)") }
        var result: [Element] = []
        for (index, element) in elements.enumerated() {
            guard let value = read(element) else { throw MachineFileError(.member, "\(place).\(name)[\(index)]") }
            result.append(value)
        }
        return result
    }
}
