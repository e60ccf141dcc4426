internal import JSON

/// What a machine file adds to a machine: users, directories, files and other machines of the network.
///
/// The other kind of machine file is the ``SavedMachine``.
struct MachineFile: Hashable, Sendable {
    /// A user with a password, a member of `Users`.
    struct User: Decodable, Hashable, Sendable {
        /// The name.
        var name: String
        /// The password.
        var password: String
    }

    /// A file with text in it.
    struct TextFile: Decodable, Hashable, Sendable {
        /// The path.
        var path: String
        /// What it holds.
        var text: String
    }

    /// The users.
    var users: [User]
    /// The directories, outer ones first.
    var directories: [String]
    /// The files.
    var files: [TextFile]
    /// The other machines.
    var hosts: [Network.Host]
}

extension MachineFile: Decodable {
    private enum Key: String, CodingKey { case users, directories, files, hosts }

    /// Reads the lists, each of which may be left out.
    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        users = try container.decodeIfPresent([User].self, forKey: .users) ?? []
        directories = try container.decodeIfPresent([String].self, forKey: .directories) ?? []
        files = try container.decodeIfPresent([TextFile].self, forKey: .files) ?? []
        hosts = try container.decodeIfPresent([Network.Host].self, forKey: .hosts) ?? []
    }
}

extension SimulatedMachine {
    /// Adds what a machine file says, as the system; when a call fails nothing is added.
    ///
    /// - Parameter file: the file.
    /// - Throws: ``MachineFileError`` with the element that was refused, not yet found in the text.
    mutating func load(_ file: MachineFile) throws(MachineFileError) {
        var machine = self
        try machine.each(file.users, of: "users") { user, machine throws(CallError) in
            let sid = try machine.addUser(user.name, password: user.password, by: Self.system)
            try machine.setMembership(true, of: sid, in: "Users", by: Self.system)
        }
        try machine.each(file.directories, of: "directories") { path, machine throws(CallError) in
            try machine.makeDirectory(path, by: Self.system)
        }
        try machine.each(file.files, of: "files") { entry, machine throws(CallError) in
            try machine.writeFile(entry.path, Array(entry.text.utf8), by: Self.system)
        }
        for host in file.hosts { machine.addHost(host) }
        self = machine
    }

    private mutating func each<Element>(
        _ elements: [Element], of list: String,
        _ add: (Element, inout SimulatedMachine) throws(CallError) -> Void
    ) throws(MachineFileError) {
        for (index, element) in elements.enumerated() {
            do throws(CallError) {
                try add(element, &self)
            } catch {
                throw MachineFileError(.refused(error), JSONPath([.member(list), .element(index)]))
            }
        }
    }
}
