import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Invariant {
    private static let everybody = "ordinary: Everyone; restricted: Everyone"

    /// Section 10.1 of the record: directories that everybody may write.
    static let audit = [
        Invariant(
            "V009", "a deny for the capability goes before what everybody may",
            .holds(because: "ordinary: Everyone; restricted: denied to a capability")
        ) { stage in
            let command = try stage.start()
            try stage.makeEverybodyWritable(Place.everybody)
            let capability = try stage.capability(of: Stage.repository, command)
            try stage.host.machine.edit(
                Place.everybody, [ExplicitAccess(inheritable: .deny, capability, AccessMask(rawValue: 0x4013_0156))],
                by: SimulatedMachine.system)
            return try stage.refusesWrite(Place.everybody + #"\new"#, by: command.process)
        },
        Invariant(
            "V011", "a directory for everybody that appears after a scan is closed", .fails(because: everybody)
        ) { stage in
            let command = try stage.start().process
            try stage.makeEverybodyWritable(Place.everybody)
            return try stage.refusesWrite(Place.everybody + #"\new"#, by: command)
        },
        Invariant(
            "V012", "in a run without a person at the screen directories for everybody are closed",
            .fails(because: everybody)
        ) { stage in
            try stage.makeEverybodyWritable(Place.everybody)
            return try stage.refusesWrite(Place.everybody + #"\new"#, by: try stage.start().process)
        },
    ]
}
