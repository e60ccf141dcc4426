import Scenarios

/// A performer under the expectations of a platform that it is not.
struct MutantPerformer: Performer {
    let name: String
    let platform: Platform?
    private let inner: any Performer

    init(id: String, inner: any Performer, _ platform: Platform) {
        name = id
        self.inner = inner
        self.platform = platform
    }

    var modes: [Mode] { inner.modes }

    func perform(
        _ trials: [Trial], progress: @escaping @Sendable (Int) -> Void
    ) throws(PerformerError) -> [Observation] {
        try inner.perform(trials, progress: progress)
    }
}
