internal import ArgumentParser
internal import Scenarios

/// A sandbox of others, or none, by its name.
struct Baseline: ExpressibleByArgument, Hashable {
    let confinement: LinuxConfinement

    init?(argument: String) {
        guard let found = LinuxConfinement.baselines.first(where: { $0.rawValue == argument }) else { return nil }
        confinement = found
    }

    static var allValueStrings: [String] { LinuxConfinement.baselines.map(\.rawValue) }
}
