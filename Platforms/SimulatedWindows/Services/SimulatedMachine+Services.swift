internal import WindowsSecurity

extension SimulatedMachine {
    /// A service by its short name, whatever its case.
    ///
    /// - Parameter name: for example `Dnscache`.
    /// - Returns: the service.
    public func service(_ name: String) -> Service? { services.first { $0.name.lowercased() == name.lowercased() } }

    /// Starts a service; nothing happens when it runs.
    ///
    /// Windows: `StartServiceW`.
    ///
    /// - Parameters:
    ///   - name: its short name.
    ///   - identifier: who calls.
    /// - Throws: `ERROR_SERVICE_DOES_NOT_EXIST` (1060), `ERROR_ACCESS_DENIED` for everybody but administrators.
    public mutating func startService(_ name: String, by identifier: ProcessIdentifier) throws(CallError) {
        try perform(.setService(name, true, identifier), by: identifier) { machine throws(CallError) in
            try machine.setService(name, runs: true, "StartServiceW", by: identifier)
        }
    }

    /// Stops a service; nothing happens when it does not run.
    ///
    /// Windows: `ControlService` with `SERVICE_CONTROL_STOP`.
    ///
    /// - Parameters:
    ///   - name: its short name.
    ///   - identifier: who calls.
    /// - Throws: `ERROR_SERVICE_DOES_NOT_EXIST` (1060), `ERROR_ACCESS_DENIED` for everybody but administrators.
    public mutating func stopService(_ name: String, by identifier: ProcessIdentifier) throws(CallError) {
        try perform(.setService(name, false, identifier), by: identifier) { machine throws(CallError) in
            try machine.setService(name, runs: false, "ControlService", by: identifier)
        }
    }

    private mutating func setService(
        _ name: String, runs: Bool, _ call: String, by identifier: ProcessIdentifier
    ) throws(CallError) {
        guard let index = services.firstIndex(where: { $0.name.lowercased() == name.lowercased() }) else {
            throw CallError(.noSuchService, call, name)
        }
        try administer(.services, by: identifier, call: call, subject: name)
        if runs { run(index) } else if let process = services[index].process { end(process, code: 0) }
    }

    /// Makes the services of every machine and starts them.
    mutating func startServices() {
        for (name, title, account) in Service.standard {
            guard let sid = SID(identifierAuthority: 5, subAuthorities: [account]) else { continue }
            services.append(Service(name: name, title: title, account: sid))
            run(services.count - 1)
        }
    }

    /// Starts the process of a service.
    private mutating func run(_ index: Int) {
        let service = services[index]
        guard service.process == nil, let system = processes[Self.system] else { return }
        var token = system.token
        if service.account != .localSystem {
            token = AccessToken(
                user: service.account,
                groups: [TokenGroup(.everyone), TokenGroup(.users), TokenGroup(.authenticatedUsers)],
                privileges: PrivilegeSet([.changeNotify, .impersonate, .createGlobal]))
            token.integrityLevel = .system
        }
        let identifier = ProcessIdentifier(rawValue: nextProcess)
        nextProcess += 4
        processes[identifier] = SimulatedProcess(
            identifier: identifier, parent: Self.system, image: #"C:\Windows\System32\svchost.exe"#,
            commandLine: "svchost.exe -s \(service.name)", token: token, session: system.session,
            workingDirectory: system.workingDirectory, descriptor: system.descriptor, desktop: "")
        services[index].process = identifier
        if service.name == "mpssvc" { firewall.isRunning = true }
    }

    /// Notes that a service's process is gone.
    mutating func endService(of process: ProcessIdentifier) {
        guard let index = services.firstIndex(where: { $0.process == process }) else { return }
        services[index].process = nil
        if services[index].name == "mpssvc" { firewall.isRunning = false }
    }

    /// Asks that a service runs which does something for a caller.
    func require(_ service: String, _ call: String) throws(CallError) {
        guard self.service(service)?.isRunning == true else {
            throw CallError(.serviceNotActive, call, "the service \(service)")
        }
    }
}
