internal import SimulatedWindows

/// File verbs on keys of the registry, which hold what other systems keep in files.
extension SimulatedCall {
    static let registryActions: [String: Action] = [
        "read": { call, words throws(CallError) in
            _ = try call.host.machine.value("probe", in: words[0], by: call.process)
        },
        "create": { call, words throws(CallError) in try call.host.machine.createKey(words[0], by: call.process) },
        "open": { call, words throws(CallError) in try call.setValue(in: words[0]) },
        "overwrite": { call, words throws(CallError) in try call.setValue(in: words[0]) },
        "append": { call, words throws(CallError) in try call.setValue(in: words[0]) },
    ]

    /// Whether a path is one of the registry.
    static func isKey(_ path: String) -> Bool { path.hasPrefix(#"HKLM\"#) || path.hasPrefix(#"HKU\"#) }

    private func setValue(in key: String) throws(CallError) {
        try host.machine.setValue(RegistryValue("probe", .number(1)), in: key, by: process)
    }
}
