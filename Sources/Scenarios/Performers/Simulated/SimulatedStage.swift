internal import SandboxModel
internal import SimulatedWindows
internal import WindowsSecurity

/// A simulated machine with a host's files and a design installed, on which trials are performed.
final class SimulatedStage {
    let machine: SimulatedMachine
    /// The machine as it was before the design was installed.
    let untouched: SimulatedMachine
    let design: SandboxDesign
    let places: Places
    /// The processes of those who are not sandboxed.
    let people: [Actor: ProcessIdentifier]
    /// What the person's process has open, by number.
    let inherited: [Int: HandleIdentifier]
    /// The program that sandboxed commands start to make their attempts; nothing when they make them themselves.
    let tool: String?
    /// Whether what is granted is explained too.
    let explainsGrants: Bool

    /// Builds the host and installs the design.
    init(host: Host, design: SandboxDesign, tool: String? = nil, explainsGrants: Bool = false) throws {
        var (machine, alice) = try SimulatedMachine.workstation()
        var places = host.places[.windows] ?? Places(system: .windows, values: [:])
        let variables = try host.environment.map {
            EnvironmentEntry($0.name, try places.resolve($0.value, asPath: false))
        }
        let environment = (machine.processes[alice]?.environment ?? []) + variables
        alice = try machine.createProcess(
            ProcessStart(image: "cmd.exe", commandLine: "cmd", environment: environment), by: alice)
        let people: [Actor: ProcessIdentifier] = [
            .user: alice, .other: try machine.logOn("bob", password: "correct horse bob"),
            .administrator: SimulatedMachine.system,
        ]
        for (actor, name) in [(Actor.user, "pid-user"), (.other, "pid-other")] {
            let process = try machine.createProcess(
                ProcessStart(image: "cmd.exe", commandLine: "cmd"), by: people[actor] ?? alice)
            places[name] = "\(process.rawValue)"
        }
        let sandbox = SimulatedSandbox(host: SimulatedHost(machine, user: alice), design: design)
        try HostBuilder(host: host, machine: sandbox.host, places: places, people: people).build()
        var inherited: [Int: HandleIdentifier] = [:]
        for (number, name) in [(8, "$home/opened-directory"), (9, "$home/opened")]
        where host.files.contains(where: { $0.path == name }) {
            let path = try places.resolve(name, asPath: true)
            inherited[number] = try sandbox.host.machine.open(
                OpenRequest(
                    path, access: number == 8 ? .genericRead : [.genericRead, .genericWrite],
                    options: .backupSemantics), by: alice)
        }
        untouched = sandbox.host.machine
        for _ in 0..<2 { sandbox.host.machine.answerConsent(.approve) }
        try sandbox.install()
        for _ in 0..<8 { sandbox.host.machine.answerConsent(.approve) }
        self.machine = sandbox.host.machine
        self.design = design
        self.places = places
        self.people = people
        self.inherited = inherited
        self.tool = tool
        self.explainsGrants = explainsGrants
    }

    /// Performs one trial on a copy of the machine.
    func perform(_ trial: Trial) -> Observation {
        do {
            return try SimulatedRun(trial, on: self).observe()
        } catch let error as PlaceError {
            return Observation(verdict: .notApplicable, answer: error.reason)
        } catch {
            return Observation(
                verdict: .denied, layers: [WindowsLayer.launch], answer: "not started: \(error)",
                derivation: ["the launch refused: \(error)"])
        }
    }
}
