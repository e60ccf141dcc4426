/// What is expected of an attempt inside the sandbox.
enum Verdict: Equatable {
    /// It goes through.
    case allowed
    /// One of these layers denies it.
    case denied([Layer])

    /// Reads `allowed` or the names of layers.
    init?(_ text: some StringProtocol) {
        guard text != "allowed" else {
            self = .allowed
            return
        }
        let layers = text.split(separator: " ").map { Layer(rawValue: String($0)) }
        guard !layers.isEmpty, !layers.contains(nil) else { return nil }
        self = .denied(layers.compactMap { $0 })
    }

    /// Whether an answer is the expected one, and for a denial, one that such a layer gives.
    func agrees(with answer: Answer) -> Bool {
        switch self {
        case .allowed: answer.isSuccess
        case .denied(let layers): layers.contains { $0.answers.contains(answer.result) }
        }
    }
}
