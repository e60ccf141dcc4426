/// A command that goes on beside those of a scenario, by the place that names its process.
enum Companion: String, CaseIterable {
    /// One in the sandbox of the second workspace.
    case second = "pid-second"
    /// One under the same policy as the commands of the scenario.
    case twin = "pid-twin"

    /// As whom it is started.
    var actor: Actor { self == .second ? .second : .sandbox }
}

extension Scenario {
    /// The commands that have to go on beside its own.
    var companions: [Companion] {
        let arguments = (attempts + [evidence].compactMap(\.self)).flatMap(\.arguments)
        return Companion.allCases.filter { companion in arguments.contains { $0.contains("$" + companion.rawValue) } }
    }
}
