/// Puts the expectations of a scenario together: the common verdicts, the layers of each platform, and what differs.
struct ExpectationReader {
    let expect: YAMLNode
    let decided: YAMLNode?
    let differs: YAMLNode?
    let control: Control

    /// The verdicts that hold wherever no platform differs, by mode.
    func common() throws(ScenarioFileError) -> [Mode: Verdict] {
        var common = try verdicts(expect)
        if common[.fullAccess] == nil, control == .succeeds(.user) { common[.fullAccess] = .allowed }
        return common
    }

    /// The expectations by platform and mode.
    func read() throws(ScenarioFileError) -> [Platform: [Mode: Expectation]] {
        let common = try common()
        let layers = try decidedLayers()
        let divergences = try divergences()
        var result: [Platform: [Mode: Expectation]] = [:]
        for platform in Platform.allCases {
            for mode in platform.modes {
                let own = divergences[platform]
                guard let verdict = own?.verdicts[mode] ?? common[mode] else { continue }
                let deciding = layers[platform]?[mode] ?? []
                if verdict == .denied, deciding.isEmpty, mode != .fullAccess {
                    throw (decided ?? expect).complaint(
                        "\(mode.rawValue) is denied on \(platform.rawValue), but 'decided' names no layer for it")
                }
                result[platform, default: [:]][mode] = Expectation(
                    verdict: verdict, layers: verdict == .denied || verdict == .bounded ? deciding : [],
                    divergence: own?.verdicts[mode] == nil ? nil : own?.divergence)
            }
        }
        return result
    }

    /// A verdict for all modes but full access, which no sandbox decides, or one a mode; what a platform does not have it has in no mode.
    private func verdicts(_ node: YAMLNode) throws(ScenarioFileError) -> [Mode: Verdict] {
        guard node.isMapping else {
            let verdict = try node.word(of: Verdict.self)
            let common: [Mode: Verdict] = [.readOnly: verdict, .offline: verdict, .online: verdict]
            return verdict == .notApplicable ? common.merging([.fullAccess: verdict]) { $1 } : common
        }
        var result: [Mode: Verdict] = [:]
        for (key, value) in try node.pairs() { result[try key.word(of: Mode.self)] = try value.word(of: Verdict.self) }
        return result
    }

    private func decidedLayers() throws(ScenarioFileError) -> [Platform: [Mode: [Layer]]] {
        var result: [Platform: [Mode: [Layer]]] = [:]
        for (key, value) in try decided?.pairs() ?? [] {
            let platform = try key.word(of: Platform.self)
            if value.isMapping {
                for (mode, names) in try value.pairs() {
                    result[platform, default: [:]][try mode.word(of: Mode.self)] = try layers(names, platform.system)
                }
            } else {
                let layers = try layers(value, platform.system)
                result[platform] = Dictionary(uniqueKeysWithValues: Mode.allCases.map { ($0, layers) })
            }
        }
        return result
    }

    /// Names of layers between blanks.
    private func layers(_ node: YAMLNode, _ system: OperatingSystem) throws(ScenarioFileError) -> [Layer] {
        try node.text().split(separator: " ").map { name throws(ScenarioFileError) in
            guard let layer = Layer.named(String(name), on: system) else {
                let known = Layer.layers(on: system).map(\.rawValue).joined(separator: ", ")
                throw node.complaint("\(system.rawValue) has no layer '\(name)'; it has \(known)")
            }
            return layer
        }
    }

    private func divergences() throws(ScenarioFileError) -> [Platform: (
        verdicts: [Mode: Verdict], divergence: Divergence
    )] {
        var result: [Platform: (verdicts: [Mode: Verdict], divergence: Divergence)] = [:]
        for (key, value) in try differs?.pairs() ?? [] {
            let keys = try value.mapping("expect", "because", "see")
            result[try key.word(of: Platform.self)] = (
                try verdicts(try keys.require("expect")),
                Divergence(reason: try keys.require("because").text(), section: try keys.require("see").text())
            )
        }
        return result
    }
}
