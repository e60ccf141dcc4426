import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

/// A claim of the record about the documented design, as something that can be run.
struct Invariant: CustomTestStringConvertible, Sendable {
    /// What the record says about the real thing.
    enum Mark: Sendable {
        /// It is believed to hold.
        case holds
        /// It is known not to hold.
        case fails
        /// The record knows it not to hold; the model is stricter, or the machine does not have the flaw.
        case lifted
    }

    /// The number in the record.
    let id: String
    /// The claim.
    let claim: String
    /// What the record says.
    let mark: Mark
    /// Whether the machine satisfies it.
    let isSatisfied: @Sendable () throws -> Bool

    var testDescription: String { "\(id) \(claim)" }

    init(_ id: String, _ claim: String, _ mark: Mark = .holds, _ isSatisfied: @escaping @Sendable () throws -> Bool) {
        self.id = id
        self.claim = claim
        self.mark = mark
        self.isSatisfied = isSatisfied
    }
}

struct InvariantTests {
    @Test(
        arguments: [
            Invariant.writeBoundary, Invariant.namesAndLinks, Invariant.protection, Invariant.reading,
            Invariant.processes,
            Invariant.networking, Invariant.installing,
        ].flatMap(\.self))
    func answersAsTheRecordSays(invariant: Invariant) throws {
        #expect(try invariant.isSatisfied() == (invariant.mark != .fails))
    }

    @Test func noNumberIsUsedTwice() {
        let ids = [
            Invariant.writeBoundary, Invariant.namesAndLinks, Invariant.protection, Invariant.reading,
            Invariant.processes, Invariant.networking, Invariant.installing,
        ].flatMap { $0.map(\.id) }
        #expect(Set(ids).count == ids.count)
    }
}

/// Where invariants look.
enum Place {
    static let root = Stage.repository + "\\"
    static let outside = Stage.other + #"\notes.txt"#
    static let key = #"C:\Users\alice\.ssh\id_ed25519"#
    static let everybody = #"C:\ProgramData\everybody"#
    static let temporary = #"C:\Users\alice\AppData\Local\Temp"#
}

extension Stage {
    /// Makes a directory that everybody may write.
    func makeEverybodyWritable(_ path: String) throws {
        try host.machine.makeDirectory(path, by: SimulatedMachine.system)
        try host.machine.edit(
            path,
            [
                ExplicitAccess(
                    .grant, trustee: .everyone, mask: .fileAll, inheritance: [.objectInherit, .containerInherit])
            ],
            by: SimulatedMachine.system)
    }

    /// The entries of a path for a trustee.
    func entries(_ path: String, of trustee: SID) throws -> [ACE] {
        try host.machine.descriptor(of: path, by: SimulatedMachine.system).dacl.list?.entries.filter {
            $0.trustee == trustee
        } ?? []
    }

    /// Sets up that alice's own process edits a list.
    func edit(_ path: String, _ mode: ExplicitAccess.Mode, _ trustee: SID, _ mask: AccessMask) throws {
        try host.machine.edit(
            path,
            [ExplicitAccess(mode, trustee: trustee, mask: mask, inheritance: [.objectInherit, .containerInherit])],
            by: host.user)
    }
}
