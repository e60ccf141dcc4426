import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

/// What was done when an incident happened, on a machine with a design; true when it happens.
///
/// Each asks for what worked too, so that a machine on which nothing works does not look like the incident.
enum Replay {
    typealias Body = @Sendable (SandboxDesign) throws -> Bool

    /// By the number of the incident.
    static let all = roots.merging(setup) { first, _ in first }.merging(commands) { first, _ in first }

    /// The failure of a launch, or nothing when it starts.
    static func failure(_ stage: Stage, _ policy: SandboxPolicy? = nil, _ command: [String] = ["cmd.exe"]) throws
        -> SandboxFailure?
    {
        do {
            _ = try stage.start(policy, command: command)
            return nil
        } catch let failure as SandboxFailure {
            return failure
        }
    }

    /// Gives a directory or file a list that lets nothing come in from above.
    static func seal(_ path: String, for owner: SID, _ mask: AccessMask = .fileAll, on stage: Stage) throws {
        let list: ACL = [
            .allow(mask, to: owner, flags: [.objectInherit, .containerInherit]),
            .allow([.fileGenericRead, .fileGenericExecute], to: .users, flags: [.objectInherit, .containerInherit]),
        ]
        try stage.host.machine.setList(
            of: path, to: SecurityDescriptor(dacl: .list(list), control: .daclProtected), inherits: false,
            by: SimulatedMachine.system)
    }
}
