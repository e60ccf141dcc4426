import SandboxModel

/// Every effect is three facts, set one after the other, so that a crash leaves it half-way.
struct MemoryPlatform: SetupPlatform {
    let machine: SetupMachine

    func names(_ effect: Effect) -> [String] { (1...3).map { "\(effect.words) \($0)" } }

    func inspect(_ effect: Effect, recorded image: BeforeImage?) throws(SetupError) -> EffectState {
        let found = names(effect).map { machine.facts[$0] }
        if found.allSatisfy({ $0 == "yes" }) { return .inForce }
        return found.allSatisfy { $0 == nil } ? .absent : .drifted("\(found)")
    }

    func capture(_ effect: Effect, after journal: Journal) throws(SetupError) -> BeforeImage {
        switch try inspect(effect, recorded: nil) {
        case .inForce: return .existing
        case .absent: return .absent
        case .drifted:
            guard case .denyScheduledJobs = effect else {
                throw SetupError(.conflict, action: "adopt", subject: effect.words)
            }
            return .content(Array(names(effect).map { machine.facts[$0] ?? "-" }.joined(separator: "\n").utf8))
        }
    }

    func apply(_ effect: Effect, over image: BeforeImage, after journal: Journal) throws(SetupError) {
        for name in names(effect) { try machine.set(name, "yes") }
    }

    func revert(_ effect: Effect, to image: BeforeImage) throws(SetupError) {
        var values: [String?] = [nil, nil, nil]
        if case .content(let bytes) = image {
            values = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { $0 == "-" ? nil : String($0) }
        }
        for (name, value) in zip(names(effect), values) { try machine.set(name, value) }
    }
}
