public import WindowsSecurity

extension SimulatedMachine {
    /// A developer's machine as it usually is: a system drive, an administrator `alice` who works with the filtered half of
    /// her token, a second user `bob`, a repository, and some hosts of the network.
    ///
    /// - Parameters:
    ///   - seed: what its random numbers come from.
    ///   - questions: the readings of what nobody has settled.
    /// - Returns: the machine and alice's shell.
    /// - Throws: what a call threw; none does on a fresh machine.
    public static func workstation(
        seed: UInt64 = 1, questions: OpenQuestions = OpenQuestions()
    ) throws(CallError) -> (machine: SimulatedMachine, alice: ProcessIdentifier) {
        var machine = SimulatedMachine(seed: seed, questions: questions)
        machine.formatDrive("C")
        try machine.makeSystemDirectories()
        for (name, isAdministrator) in [("alice", true), ("bob", false)] {
            let sid = try machine.addUser(name, password: "correct horse \(name)", by: system)
            try machine.setMembership(true, of: sid, in: "Users", by: system)
            if isAdministrator { try machine.setMembership(true, of: sid, in: "Administrators", by: system) }
            try machine.makeProfile(of: sid)
        }
        let alice = try machine.logOn("alice", password: "correct horse alice")
        for directory in [
            #"C:\Users\alice\.codex"#, #"C:\Users\alice\.ssh"#, #"C:\Users\alice\AppData"#,
            #"C:\Users\alice\AppData\Local"#, #"C:\Users\alice\AppData\Local\Temp"#, #"C:\Users\alice\repo"#,
            #"C:\Users\alice\repo\.git"#, #"C:\Users\alice\repo\src"#, #"C:\Users\alice\other"#,
        ] { try machine.makeDirectory(directory, by: alice) }
        try machine.writeFile(#"C:\Users\alice\.ssh\id_ed25519"#, Array("private key".utf8), by: alice)
        try machine.writeFile(#"C:\Users\alice\repo\.git\config"#, Array("[core]".utf8), by: alice)
        try machine.writeFile(#"C:\Users\alice\repo\README.md"#, Array("# repo".utf8), by: alice)
        try machine.writeFile(#"C:\Users\alice\repo\src\main.swift"#, Array("print(1)".utf8), by: alice)
        try machine.writeFile(#"C:\Users\alice\other\notes.txt"#, Array("notes".utf8), by: alice)
        for (name, text, ports) in [
            ("example.com", "203.0.113.10", [80, 443] as Set<UInt16>), ("resolver.example", "203.0.113.53", [53, 853]),
            ("files.example", "198.51.100.7", [139, 445]),
        ] {
            guard let address = NetworkAddress(text) else { continue }
            machine.addHost(Network.Host(name: name, addresses: [address], ports: ports))
        }
        machine.setResolver(NetworkAddress("203.0.113.53"))
        // What failed while it was built is nothing that anybody asks about.
        machine.lastFailure = nil
        return (machine, alice)
    }

    private mutating func makeSystemDirectories() throws(CallError) {
        let inherited: EntryFlags = [.objectInherit, .containerInherit]
        let readable: AccessMask = [.fileGenericRead, .fileGenericExecute]
        let system = SecurityDescriptor(
            dacl: .list([
                .allow(.fileAll, to: .localSystem, flags: inherited),
                .allow(.fileAll, to: .administrators, flags: inherited),
                .allow(readable, to: .users, flags: inherited),
                .allow(readable, to: .allApplicationPackages, flags: inherited),
            ]), control: .daclProtected)
        for path in [
            #"C:\Windows"#, #"C:\Windows\System32"#, #"C:\Program Files"#, #"C:\ProgramData"#, #"C:\Users"#,
        ] {
            try makeDirectory(path, descriptor: path.hasSuffix("System32") ? nil : system, by: Self.system)
        }
        for name in Program.fileNames {
            try writeFile(
                #"C:\Windows\System32\"# + name + ".exe", Program.signature + Array(name.utf8), by: Self.system)
        }
        try makeDirectory(
            #"C:\Users\Public"#,
            descriptor: SecurityDescriptor(
                dacl: .list([
                    .allow(.fileAll, to: .localSystem, flags: inherited),
                    .allow(.fileAll, to: .administrators, flags: inherited),
                    .allow(.fileModify, to: .interactive, flags: inherited),
                ]), control: .daclProtected), by: Self.system)
    }
}
