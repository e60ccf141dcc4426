internal import SandboxModel

/// The authorization record with the groups and principals as the account files have them.
struct RegistryEffect: LinuxEffect {
    func inspect(recorded image: BeforeImage?) throws(SetupError) -> EffectState {
        let path = InstallationPaths.registry
        let attributes: FileAttributes
        switch try FileImage(path: path) {
        case .absent: return .absent
        case .file(let found, _): attributes = found
        default: return .drifted("\(path) is not a file")
        }
        guard attributes == .publicFile else {
            return .drifted("\(path) is \(attributes), not \(FileAttributes.publicFile)")
        }
        do throws(SetupError) {
            guard var registry = try RegistryFile.read() else { return .absent }
            registry.blocks = []
            guard try registry == RegistryFile.expected() else {
                return .drifted("\(path) does not name the accounts as they are")
            }
            return .inForce
        } catch  where error.code == .corruptRegistry || error.code == .notInForce {
            return .drifted("\(path): \(error.detail)")
        }
    }

    func capture() throws(SetupError) -> BeforeImage {
        switch try inspect(recorded: nil) {
        case .inForce: return .existing
        case .absent: return .absent
        case .drifted(let reason): throw conflict(InstallationPaths.registry, reason)
        }
    }

    func apply(over image: BeforeImage) throws(SetupError) {
        var registry = try RegistryFile.expected()
        do throws(SetupError) {
            registry.blocks = try RegistryFile.read()?.blocks ?? []
        } catch  where error.code == .corruptRegistry {
            // The blocks come back from the journal: each is recorded with its reservation.
            registry.blocks = []
        }
        try RegistryFile.write(registry)
    }

    func revert(to image: BeforeImage) throws(SetupError) {
        try FileImage.absent.restore(path: InstallationPaths.registry)
    }
}
