/// Lets identical requests share one run and its outcome.
///
/// Whoever asks first runs; whoever asks for the same before it has ended gets the outcome, success or failure, and starts nothing.
public struct SingleFlight<Request: Hashable, Outcome> {
    private var waiting: [Request: [(Outcome) -> Void]] = [:]

    /// Makes it with nothing under way.
    public init() {}

    /// Asks for a run.
    ///
    /// - Parameters:
    ///   - request: what is asked for.
    ///   - receive: takes the outcome, when there is one.
    /// - Returns: whether the asker has to run, and to call `finish` afterwards.
    public mutating func join(_ request: Request, receive: @escaping (Outcome) -> Void) -> Bool {
        let isFirst = waiting[request] == nil
        waiting[request, default: []].append(receive)
        return isFirst
    }

    /// Hands an outcome to everybody who asked.
    ///
    /// - Parameters:
    ///   - request: what was run.
    ///   - outcome: what came of it.
    public mutating func finish(_ request: Request, _ outcome: Outcome) {
        for receive in waiting.removeValue(forKey: request) ?? [] { receive(outcome) }
    }
}
