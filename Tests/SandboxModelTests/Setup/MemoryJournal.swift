import SandboxModel

/// A journal whose appends can be torn: half of the bytes arrive, then the rest.
struct MemoryJournal: JournalStore {
    let machine: SetupMachine

    func read() -> [UInt8]? { machine.journal }

    func append(_ bytes: [UInt8], after length: Int) throws(SetupError) {
        let start = Array((machine.journal ?? []).prefix(length))
        try machine.power.pass()
        machine.journal = start + bytes.prefix(bytes.count / 2)
        try machine.power.pass()
        machine.journal = start + bytes
    }

    func remove() throws(SetupError) {
        try machine.power.pass()
        machine.journal = nil
    }
}
