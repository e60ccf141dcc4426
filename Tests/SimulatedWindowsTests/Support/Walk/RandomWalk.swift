import SimulatedWindows
import WindowsSecurity

/// Random calls of the whole surface of the machine, some of which must fail.
struct RandomWalk {
    /// One step: a call, or some that belong together.
    typealias Step = @Sendable (inout RandomWalk, inout SimulatedMachine, ProcessIdentifier) throws -> Void

    /// Every call at least once, those with files more often.
    static let steps: [Step] = files + files + links + security + processes + accounts + system + network + pipes

    var random: MachineRandom
    private let user: ProcessIdentifier
    private(set) var succeeded = 0
    private(set) var failed = 0

    init(seed: UInt64, user: ProcessIdentifier) {
        random = MachineRandom(seed: seed &+ 77)
        self.user = user
    }

    /// Makes a step.
    mutating func step(_ machine: inout SimulatedMachine) {
        let others = machine.processes.keys.sorted()
        let caller = chance(8) ? pick(others) : pick([user, user, SimulatedMachine.system])
        do {
            try pick(Self.steps)(&self, &machine, caller)
            succeeded += 1
        } catch {
            failed += 1
        }
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int(random.next() % UInt64(elements.count))]
    }

    /// True once in a number of times.
    mutating func chance(_ number: UInt64) -> Bool { random.next().isMultiple(of: number) }

    mutating func number(below bound: Int) -> Int { Int(random.next() % UInt64(bound)) }

    /// A process, running or not, or one that never was.
    mutating func process(_ machine: SimulatedMachine) -> ProcessIdentifier {
        chance(10) ? ProcessIdentifier(rawValue: 2) : pick(machine.processes.keys.sorted())
    }

    mutating func path() -> String {
        if chance(12) {
            return pick([
                #"\\localhost\Users\alice\repo\a"#, #"\\files.example\Public\x"#, "NUL", #"\\.\PhysicalDrive0"#,
                #"D:\a"#, "relative", "", #"\\?\C:\Users\alice\repo\end. "#,
            ])
        }
        let top = pick([#"C:\Users\alice\repo"#, #"C:\Users\alice\other"#, #"C:\Windows"#, #"C:\"#])
        return top + "\\"
            + pick(["a", "B", "src", "readme.MD", "a\\b", "c:s", "long name.text", "long name two.text", "é"])
    }

    mutating func sid(_ machine: SimulatedMachine) -> SID {
        let users = machine.accounts.users.map(\.sid) + machine.accounts.groups.map(\.sid)
        return pick(users + [.everyone, .users, .interactive])
    }

    mutating func mask() -> AccessMask {
        pick([.fileModify, .delete, .genericRead, .genericWrite, .fileAll, .maximumAllowed, .fileTraverse])
    }

    mutating func descriptor(_ machine: SimulatedMachine) -> SecurityDescriptor {
        let (first, second) = (sid(machine), sid(machine))
        var descriptor = SecurityDescriptor(
            owner: chance(2) ? first : nil, group: chance(2) ? second : nil,
            dacl: .list([.deny(mask(), to: second), .allow(mask(), to: first, flags: [.objectInherit])]))
        if chance(4) { descriptor.control.insert(.daclProtected) }
        return descriptor
    }

    mutating func start() -> ProcessStart {
        var start = ProcessStart(
            image: pick(["cmd.exe", #"C:\Windows\System32\whoami.exe"#, #"C:\none.exe"#]),
            commandLine: pick(["cmd /c echo x", "cmd /c timeout /t 3 & dir", "whoami", "cmd"]))
        if chance(3) { start.workingDirectory = path() }
        if chance(3) { start.environment = [EnvironmentEntry("A", "é\u{1}"), EnvironmentEntry("Path", "")] }
        if chance(4) { start.job = 1 }
        if chance(4) { start.desktop = #"WinSta0\Default"# }
        start.isCarriedOut = chance(2)
        start.loadsProfile = chance(2)
        return start
    }
}
