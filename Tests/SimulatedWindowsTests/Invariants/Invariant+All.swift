import SandboxModel
import SimulatedWindows
import WindowsSecurity

extension Invariant {
    /// Every claim that is asked, in the order of the record.
    static let all = [
        writeBoundary, audit, roots, links, protection, reading, denying, recording, tokens, lifetimes, networking,
        loopback, proxying, installing, removing, credentials, protocols,
    ].flatMap(\.self)
}

/// Where invariants look.
enum Place {
    static let root = Stage.repository + "\\"
    static let outside = Stage.other + #"\notes.txt"#
    static let key = #"C:\Users\alice\.ssh\id_ed25519"#
    static let everybody = #"C:\everybody"#
    static let temporary = #"C:\Users\alice\AppData\Local\Temp"#
}

extension ExplicitAccess {
    /// An edit that reaches everything below.
    init(inheritable mode: Mode, _ trustee: SID, _ mask: AccessMask) {
        self.init(mode, trustee: trustee, mask: mask, inheritance: [.objectInherit, .containerInherit])
    }
}

extension Stage {
    /// Makes a directory that everybody may write.
    func makeEverybodyWritable(_ path: String) throws {
        try host.machine.makeDirectory(path, by: SimulatedMachine.system)
        try host.machine.edit(
            path, [ExplicitAccess(inheritable: .grant, .everyone, .fileAll)], by: SimulatedMachine.system)
    }

    /// The descriptor of a path on another state of the machine.
    func descriptor(of path: String, in machine: SimulatedMachine) throws -> SecurityDescriptor {
        var machine = machine
        return try machine.descriptor(of: path, by: SimulatedMachine.system)
    }

    /// The passwords of the principals, as the accounts have them.
    var passwords: [String] {
        Principal.allCases.compactMap { host.machine.accounts.user($0.accountName)?.password }
    }

    /// Whether something is there.
    func exists(_ path: String) -> Bool {
        (try? host.machine.descriptor(of: path, by: SimulatedMachine.system)) != nil
    }

    /// The entries of a path for a trustee.
    func entries(_ path: String, of trustee: SID) throws -> [ACE] {
        try host.machine.descriptor(of: path, by: SimulatedMachine.system).dacl.list?.entries.filter {
            $0.trustee == trustee
        } ?? []
    }

    /// Has alice's own process edit a list.
    func edit(_ path: String, _ mode: ExplicitAccess.Mode, _ trustee: SID, _ mask: AccessMask) throws {
        try host.machine.edit(path, [ExplicitAccess(inheritable: mode, trustee, mask)], by: host.user)
    }

    /// A process that a command starts.
    func child(of process: ProcessIdentifier, _ image: String = "cmd.exe") throws -> ProcessIdentifier {
        try host.machine.createProcess(ProcessStart(image: image, commandLine: image), by: process)
    }
}

/// Whether a body throws.
func throwsAnything(_ body: () throws -> Void) -> Bool {
    do {
        try body()
        return false
    } catch {
        return true
    }
}
