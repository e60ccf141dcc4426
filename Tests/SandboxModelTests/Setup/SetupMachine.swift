import SandboxModel

/// A machine in memory: facts by name, and a journal; it survives crashes, what runs on it does not.
final class SetupMachine: Equatable {
    var facts: [String: String]
    var journal: [UInt8]?
    var power = SetupPower()

    init(facts: [String: String] = [:]) {
        self.facts = facts
    }

    static func == (left: SetupMachine, right: SetupMachine) -> Bool {
        left.facts == right.facts && left.journal == right.journal
    }

    func set(_ name: String, _ value: String?) throws(SetupError) {
        try power.pass()
        facts[name] = value
    }

    func engine(failingAfter steps: Int? = nil) throws(SetupError) -> SetupEngine<MemoryPlatform, MemoryJournal> {
        power = SetupPower(failingAfter: steps)
        return try SetupEngine(platform: MemoryPlatform(machine: self), store: MemoryJournal(machine: self))
    }
}
