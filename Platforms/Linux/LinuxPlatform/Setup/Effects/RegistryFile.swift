internal import SandboxModel

/// The registry as it lies on the disk.
enum RegistryFile {
    /// Reads the registry; nothing when there is none.
    ///
    /// - Throws: `.corruptRegistry` when it cannot be parsed.
    static func read() throws(SetupError) -> Registry? {
        guard case .file(_, let content) = try FileImage(path: InstallationPaths.registry) else { return nil }
        do throws(WireError) {
            return try Registry(parsing: content)
        } catch {
            throw corrupt(error, content)
        }
    }

    private static func corrupt(_ error: WireError, _ content: [UInt8]) -> SetupError {
        let line = content.prefix(error.offset).filter { $0 == UInt8(ascii: "\n") }.count + 1
        return SetupError(
            .corruptRegistry, action: "read", subject: InstallationPaths.registry,
            detail: "line \(line) (offset \(error.offset)): \(error.explanation)",
            remedy: "run 'sallyport-setup repair': it writes the file again from the setup journal")
    }

    /// Replaces the registry.
    static func write(_ registry: Registry) throws(SetupError) {
        let directory = try RootDirectory(path: InstallationPaths.configuration)
        try directory.replace(
            FileImage.name(of: InstallationPaths.registry), content: registry.encoded, attributes: .publicFile)
    }

    /// The registry that the account files call for, without blocks.
    ///
    /// - Throws: when a group or an account is missing.
    static func expected() throws(SetupError) -> Registry {
        let accounts = try AccountDatabase()
        func group(_ group: SandboxGroup) throws(SetupError) -> Registry.Account {
            guard let found = accounts.group(group.groupName) else { throw missing("group", group.groupName) }
            return Registry.Account(name: Array(found.name.utf8), identifier: found.identifier)
        }
        func user(_ principal: Principal) throws(SetupError) -> Registry.Account {
            guard let found = accounts.user(principal.accountName) else {
                throw missing("account", principal.accountName)
            }
            return Registry.Account(name: Array(found.name.utf8), identifier: found.identifier)
        }
        return Registry(
            users: try group(.users), launch: try group(.launch), offline: try user(.offline), online: try user(.online)
        )
    }

    private static func missing(_ kind: String, _ name: String) -> SetupError {
        SetupError(
            .notInForce, action: "write", subject: InstallationPaths.registry, detail: "the \(kind) \(name) is missing")
    }
}
