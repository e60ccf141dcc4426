public import WindowsSecurity

/// A Windows machine as a value: deterministic, forked by copying it, explored from any state.
///
/// It is for thinking and for tests. Nothing in it touches the machine it runs on, and it protects nobody from anything.
/// Every decision about rights is made by `AccessCheck`.
public struct SimulatedMachine: Sendable {
    /// The name of the machine.
    public let name: String
    /// What its random numbers come from.
    public let seed: UInt64
    /// How many calls were made.
    public internal(set) var time: UInt64 = 0
    /// The time of day, in milliseconds since 1970; it moves only when time is let pass.
    public internal(set) var clock = SimulatedMachine.firstMoment
    /// The accounts, groups and logon rights.
    public internal(set) var accounts: SecurityAccounts
    /// The logon sessions by number.
    public internal(set) var sessions: [UInt32: LogonSession] = [:]
    /// The processes, ended ones too.
    public internal(set) var processes: [ProcessIdentifier: SimulatedProcess] = [:]
    /// The windows stations and desktops by name, for example `WinSta0\Default`.
    public internal(set) var desktops: [String: Desktop] = [:]
    /// The jobs by number.
    public internal(set) var jobs: [UInt32: Job] = [:]
    /// The named mutexes.
    public internal(set) var mutexes: [String: Mutex] = [:]
    /// The streams between processes by number.
    public internal(set) var streams: [UInt32: ByteStream] = [:]
    /// The pipes by lower-case name.
    public internal(set) var pipes: [String: NamedPipe] = [:]
    /// The registry.
    public internal(set) var registry = Registry()
    /// What this machine and others offer.
    public internal(set) var shares: [Share] = []
    /// The window stations by name.
    public internal(set) var windowStations: [String: WindowStation] = [:]
    /// The services in the order in which they were started.
    public internal(set) var services: [Service] = []
    /// The firewall with its filters.
    public internal(set) var firewall = Firewall()
    /// The other machines, listeners and services of the network.
    public internal(set) var network = Network()
    /// The keys that secrets are protected with.
    var secrets: SecretKeys
    /// What the person at the machine answers when a program asks for elevation.
    public internal(set) var consent: [ConsentAnswer] = []
    /// The readings of what nobody has settled on a real machine.
    public let questions: OpenQuestions
    /// What the last failed call asked for.
    public internal(set) var lastFailure: CallFailure?
    /// The access checks that have granted something since this was emptied; nothing while nobody listens.
    public var grantedChecks: [RecordedCheck]?
    /// The access check that refused during the present call.
    var refusal: RecordedCheck?
    /// The calls so far, in order.
    var log = PersistentArray<MachineCall>()

    var files = FileStore()
    var handles = HandleTable()
    var random: MachineRandom
    var nextProcess: UInt32 = 0x100
    var nextHandle: UInt32 = 4
    var nextSession: UInt32 = 0x3E8
    var nextJob: UInt32 = 1
    var nextStream: UInt32 = 1
    /// How deep the calls are nested that services make for others; only the outermost is logged.
    var depth = 0

    /// Makes a machine without volumes, users or processes but the system's own.
    ///
    /// - Parameters:
    ///   - name: the name of the machine.
    ///   - seed: what its random numbers come from; the same seed gives the same machine.
    ///   - questions: the readings of what nobody has settled.
    public init(name: String = "DESKTOP", seed: UInt64 = 1, questions: OpenQuestions = OpenQuestions()) {
        self.name = name
        self.seed = seed
        self.questions = questions
        var random = MachineRandom(seed: seed)
        let words = (0..<3).map { _ in UInt32(truncatingIfNeeded: random.next()) }
        let machine = SID(identifierAuthority: 5, subAuthorities: [21] + words) ?? .null
        accounts = SecurityAccounts(machine: machine)
        secrets = SecretKeys(random: &random)
        self.random = random
        startSystem()
    }
}

extension SimulatedMachine: Equatable {
    /// Whether two machines are in the same state; what they went through to get there does not matter.
    public static func == (left: SimulatedMachine, right: SimulatedMachine) -> Bool {
        left.name == right.name && left.time == right.time && left.clock == right.clock
            && left.services == right.services && left.shares == right.shares
            && left.windowStations == right.windowStations && left.streams == right.streams
            && left.nextStream == right.nextStream
            && left.accounts == right.accounts
            && left.sessions == right.sessions && left.processes == right.processes && left.files == right.files
            && left.handles == right.handles && left.registry == right.registry && left.firewall == right.firewall
            && left.network == right.network && left.pipes == right.pipes && left.desktops == right.desktops
            && left.jobs == right.jobs && left.mutexes == right.mutexes && left.secrets == right.secrets
            && left.consent == right.consent
            && left.random == right.random && left.nextProcess == right.nextProcess
            && left.nextHandle == right.nextHandle && left.nextSession == right.nextSession
            && left.questions == right.questions
    }
}
