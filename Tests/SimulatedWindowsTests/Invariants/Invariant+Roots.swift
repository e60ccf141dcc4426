import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Invariant {
    /// Section 10.1 of the record: which roots count.
    static let roots = [
        Invariant("V016", "the temporary directory is open as a root and closed without") { stage in
            let with = try stage.start(try Stage.policy(roots: [Place.temporary])).process
            let without = try stage.start().process
            return try stage.allowsWrite(Place.temporary + #"\t"#, by: with)
                && stage.refusesWrite(Place.temporary + #"\u"#, by: without)
        }
    ]
}
