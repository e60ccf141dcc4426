import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Invariant {
    /// Section 10.5 of the record: what may not be read.
    static let denying = [
        Invariant(
            "V070", "without accounts a denied path is refused, never dropped", on: .unelevatedOnWindows
        ) { stage in
            stage.refusesLaunch(try Stage.policy(denied: [Place.root + "src"]))
        },
        Invariant(
            "V071", "a denied file cannot be read by the command, its child and its grandchild",
            .holds(because: "ordinary: denied to CodexSandboxUsers")
        ) { stage in
            let file = Place.root + "README.md"
            let command = try stage.start(try Stage.policy(denied: [file])).process
            let child = try stage.child(of: command)
            let grandchild = try stage.child(of: child)
            return try stage.refusesRead(file, by: command) && stage.refusesRead(file, by: child)
                && stage.refusesRead(file, by: grandchild)
        },
    ]
}
