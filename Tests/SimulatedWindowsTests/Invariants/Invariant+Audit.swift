import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Invariant {
    private static let everybody = "ordinary: Everyone; restricted: Everyone"

    /// Section 10.1 of the record: directories that everybody may write.
    static let audit = [
        Invariant(
            "V009", "a directory for everybody that the scan finds is closed: the denial goes first",
            .holds(because: "ordinary: Everyone; restricted: denied to a capability")
        ) { stage in
            try stage.makeEverybodyWritable(Place.everybody)
            let command = try stage.start(isInteractive: true).process
            return try stage.refusesWrite(Place.everybody + #"\new"#, by: command)
        },
        Invariant(
            "V010", "a directory for everybody two levels below a place that is looked at is closed",
            .fails(because: everybody)
        ) { stage in
            try stage.host.machine.makeDirectory(#"C:\apps"#, by: SimulatedMachine.system)
            try stage.makeEverybodyWritable(#"C:\apps\shared"#)
            let command = try stage.start(isInteractive: true).process
            return try stage.refusesWrite(#"C:\apps\shared\new"#, by: command)
        },
        Invariant(
            "V011", "a directory for everybody that appears after the scan is closed", .fails(because: everybody)
        ) { stage in
            let command = try stage.start(isInteractive: true).process
            try stage.makeEverybodyWritable(Place.everybody)
            return try stage.refusesWrite(Place.everybody + #"\new"#, by: command)
        },
        Invariant(
            "V012", "in a run without a person at the screen directories for everybody are closed",
            .fails(because: everybody),
            remedy: .elevatedOnWindows.changed("looks-before-every-command") { $0.audit.occasion = .always }
        ) { stage in
            try stage.makeEverybodyWritable(Place.everybody)
            return try stage.refusesWrite(Place.everybody + #"\new"#, by: try stage.start().process)
        },
        Invariant(
            "V014", "a root that everybody may write is not denied",
            .open(holds: true, because: "ordinary: CodexSandboxUsers; restricted: a capability")
        ) { stage in
            try stage.edit(Stage.repository, .grant, .everyone, .fileModify)
            let command = try stage.start(isInteractive: true)
            let denied = try stage.entries(Stage.repository, of: stage.capability(of: Stage.repository, command))
                .contains { $0.type.isDeny }
            let written = try stage.allowsWrite(Place.root + "new", by: command.process)
            return Answer(
                written.holds && !denied,
                try stage.grounds(Stage.repository, .fileAddFile, by: command.process))
        },
    ]
}
