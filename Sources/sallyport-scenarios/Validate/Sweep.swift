internal import Foundation
internal import Glibc
internal import SandboxModel
internal import Scenarios

/// The performers of a command line, of which some may have to be left out here.
struct Sweep {
    private let performers: [any Performer]
    private let modes: [Mode]
    private let form: ProgressDisplay.Form
    /// What was asked for and cannot be performed here.
    let notRun: [MissingColumns]
    /// Whether something is missing that was asked for by name, or that continuous integration (`CI=true`) must not miss.
    let lacksWhatMustRun: Bool

    /// Chooses performers.
    ///
    /// - Parameters:
    ///   - platforms: the platforms that were asked for; all when none was.
    ///   - designs: designs to show on the simulated machine.
    ///   - baselines: other sandboxes to show on real Linux.
    ///   - modes: the modes.
    ///   - jobs: how many private machines work at the same time.
    ///   - explainsGrants: whether cells of the simulated machine say why something is granted.
    ///   - showsProgressAlways: whether progress is printed where there is no terminal.
    init(
        platforms: [Platform], designs: [SandboxDesign], baselines: [LinuxConfinement], modes: [Mode], jobs: Int,
        explainsGrants: Bool, showsProgressAlways: Bool
    ) {
        let wanted: [any Performer] =
            Platform.allCases.filter { platforms.isEmpty || platforms.contains($0) }.map { platform in
                switch platform {
                case .linux: LinuxPerformer(.elevated, jobs: jobs)
                case .linuxUnelevated: LinuxPerformer(.unelevated, jobs: jobs)
                case .windows: SimulatedPerformer(explainsGrants: explainsGrants)
                }
            } + designs.map { SimulatedPerformer(design: $0, explainsGrants: explainsGrants) }
            + baselines.map { LinuxPerformer($0, jobs: jobs) }
        performers = wanted.filter { $0.obstacle == nil }
        notRun = wanted.compactMap { performer in
            performer.obstacle.map { MissingColumns(performer: performer.name, reason: $0) }
        }
        let isAskedFor = !platforms.isEmpty || !baselines.isEmpty
        lacksWhatMustRun = !notRun.isEmpty && (isAskedFor || Terminal.variable("CI") == "true")
        self.modes = modes
        form = Terminal.isCapable(STDERR_FILENO) ? .bar : showsProgressAlways ? .lines : .none
    }

    /// Performs scenarios.
    func run(_ scenarios: [Scenario]) throws -> Matrix {
        let validation = Validation(performers: performers, modes: modes)
        let display = ProgressDisplay(total: validation.size(of: scenarios), form: form)
        let interruption = Interruption { display.end() }
        defer {
            interruption.end()
            display.end()
        }
        return try validation.run(scenarios) { display.advance($0) }
    }
}
