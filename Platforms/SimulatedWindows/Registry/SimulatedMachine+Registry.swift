internal import WindowsSecurity

extension SimulatedMachine {
    /// Makes a key with everything above it; one that exists stays as it is.
    ///
    /// Windows: `RegCreateKeyExW`.
    ///
    /// - Parameters:
    ///   - path: for example `HKLM\SOFTWARE\Name`.
    ///   - identifier: who calls.
    /// - Throws: `ERROR_ACCESS_DENIED` when the nearest key above refuses subkeys, `ERROR_FILE_NOT_FOUND` for an unknown hive.
    public mutating func createKey(_ path: String, by identifier: ProcessIdentifier) throws(CallError) {
        try perform(.createKey(path, identifier), by: identifier) { machine throws(CallError) in
            let token = try machine.process(identifier, "RegCreateKeyExW").token
            var parts = path.split(separator: "\\").map(String.init)
            var missing: [String] = []
            while !parts.isEmpty, machine.registry.keys[Self.key(parts)] == nil { missing.append(parts.removeLast()) }
            guard !parts.isEmpty else { throw CallError(.fileNotFound, "RegCreateKeyExW", path) }
            for name in missing.reversed() {
                guard let parent = machine.registry.keys[Self.key(parts)]?.descriptor else { return }
                let allowed = machine.check(
                    parent, AccessMask(rawValue: 0x4), type: .key, token: token,
                    object: parts.joined(separator: "\\"))
                guard allowed else { throw CallError(.accessDenied, "RegCreateKeyExW", path) }
                parts.append(name)
                machine.registry.keys[Self.key(parts)] = RegistryKey(
                    path: parts.joined(separator: "\\"),
                    descriptor: try machine.newDescriptor(
                        in: parent, creator: nil, isContainer: true, mapping: ObjectType.key.mapping, token: token,
                        call: "RegCreateKeyExW", subject: path))
            }
        }
    }

    /// Sets a value.
    ///
    /// Windows: `RegSetValueExW`.
    ///
    /// - Parameters:
    ///   - value: the value.
    ///   - path: the key.
    ///   - identifier: who calls.
    /// - Throws: `ERROR_FILE_NOT_FOUND` without the key, `ERROR_ACCESS_DENIED`.
    public mutating func setValue(
        _ value: RegistryValue, in path: String, by identifier: ProcessIdentifier
    ) throws(CallError) {
        try perform(.setValue(value, path, identifier), by: identifier) { machine throws(CallError) in
            let key = try machine.openKey(path, AccessMask(rawValue: 0x2), "RegSetValueExW", by: identifier)
            machine.registry.keys[key]?.values[value.name.lowercased()] = value
        }
    }

    /// Reads a value.
    ///
    /// Windows: `RegQueryValueExW`.
    ///
    /// - Parameters:
    ///   - name: the name of the value.
    ///   - path: the key.
    ///   - identifier: who calls.
    /// - Returns: the content.
    /// - Throws: `ERROR_FILE_NOT_FOUND`, `ERROR_ACCESS_DENIED`.
    public mutating func value(
        _ name: String, in path: String, by identifier: ProcessIdentifier
    ) throws(CallError) -> RegistryValue.Content {
        try perform(.queryValue(name, path, identifier), by: identifier) { machine throws(CallError) in
            let key = try machine.openKey(path, AccessMask(rawValue: 0x1), "RegQueryValueExW", by: identifier)
            guard let value = machine.registry.keys[key]?.values[name.lowercased()] else {
                throw CallError(.fileNotFound, "RegQueryValueExW", path + "\\" + name)
            }
            return value.content
        }
    }

    /// Removes a value.
    ///
    /// Windows: `RegDeleteValueW`.
    ///
    /// - Parameters:
    ///   - name: the name of the value.
    ///   - path: the key.
    ///   - identifier: who calls.
    /// - Throws: `ERROR_FILE_NOT_FOUND`, `ERROR_ACCESS_DENIED`.
    public mutating func deleteValue(
        _ name: String, in path: String, by identifier: ProcessIdentifier
    ) throws(CallError) {
        try perform(.deleteValue(name, path, identifier), by: identifier) { machine throws(CallError) in
            let key = try machine.openKey(path, AccessMask(rawValue: 0x2), "RegDeleteValueW", by: identifier)
            guard machine.registry.keys[key]?.values.removeValue(forKey: name.lowercased()) != nil else {
                throw CallError(.fileNotFound, "RegDeleteValueW", path + "\\" + name)
            }
        }
    }

    private static func key(_ parts: [String]) -> String { parts.joined(separator: "\\").lowercased() }

    mutating func openKey(
        _ path: String, _ right: AccessMask, _ call: String, by identifier: ProcessIdentifier
    ) throws(CallError) -> String {
        let token = try process(identifier, call).token
        let name = path.lowercased()
        guard let key = registry.keys[name] else { throw CallError(.fileNotFound, call, path) }
        guard check(key.descriptor, right, type: .key, token: token, object: key.path) else {
            throw CallError(.accessDenied, call, path)
        }
        return name
    }
}
