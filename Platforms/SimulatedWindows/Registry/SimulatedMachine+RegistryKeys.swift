internal import WindowsSecurity

extension SimulatedMachine {
    /// What a key holds: its values, and the paths of the keys right below it.
    ///
    /// Windows: `RegEnumValueW` and `RegEnumKeyExW`.
    ///
    /// - Parameters:
    ///   - path: the key.
    ///   - identifier: who calls.
    /// - Returns: values and paths in the order of their names.
    /// - Throws: `ERROR_FILE_NOT_FOUND` without the key, `ERROR_ACCESS_DENIED`.
    public mutating func enumerateKey(
        _ path: String, by identifier: ProcessIdentifier
    ) throws(CallError) -> (values: [RegistryValue], subkeys: [String]) {
        try perform(.enumerateKey(path, identifier), by: identifier) { machine throws(CallError) in
            let rights = AccessMask(rawValue: 0x9)
            let name = try machine.openKey(path, rights, "RegEnumKeyExW", by: identifier)
            let values = machine.registry.keys[name]?.values.values.sorted {
                $0.name.lowercased() < $1.name.lowercased()
            }
            let below = machine.registry.keys.filter { key, _ in
                key.hasPrefix(name + "\\") && !key.dropFirst(name.utf8.count + 1).contains("\\")
            }
            return (values ?? [], below.values.map(\.path).sorted { $0.lowercased() < $1.lowercased() })
        }
    }
}
