/// What a machine file adds to a machine: users, directories, files and other machines of the network.
public struct MachineFile: Hashable, Sendable {
    /// A user with a password, a member of `Users`.
    public struct User: Hashable, Sendable {
        /// The name.
        public var name: String
        /// The password.
        public var password: String
    }

    /// A file with text in it.
    public struct TextFile: Hashable, Sendable {
        /// The path.
        public var path: String
        /// What it holds.
        public var text: String
    }

    /// The users.
    public var users: [User] = []
    /// The directories, outer ones first.
    public var directories: [String] = []
    /// The files.
    public var files: [TextFile] = []
    /// The other machines.
    public var hosts: [Network.Host] = []
}

extension SimulatedMachine {
    /// Adds what a machine file says, as the system; when a call fails nothing is added.
    ///
    /// - Parameter file: the file.
    /// - Throws: what the call threw.
    public mutating func load(_ file: MachineFile) throws(CallError) {
        var machine = self
        for user in file.users {
            let sid = try machine.addUser(user.name, password: user.password, by: Self.system)
            try machine.setMembership(true, of: sid, in: "Users", by: Self.system)
        }
        for path in file.directories { try machine.makeDirectory(path, by: Self.system) }
        for entry in file.files { try machine.writeFile(entry.path, Array(entry.text.utf8), by: Self.system) }
        for host in file.hosts { machine.addHost(host) }
        self = machine
    }
}
