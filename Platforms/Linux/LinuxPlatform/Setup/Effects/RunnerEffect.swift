internal import SandboxModel

/// The setuid runner, root:CodexSandboxLaunch 4750.
struct RunnerEffect: LinuxEffect {
    let source: RunnerSource?

    private static let path = InstallationPaths.commandRunner

    func inspect(recorded image: BeforeImage?) throws(SetupError) -> EffectState {
        switch try FileImage(path: Self.path) {
        case .absent: return .absent
        case .file(let attributes, let content):
            guard let expected = try attributesExpected() else {
                return .drifted("\(Self.path) is there, and no group \(SandboxGroup.launch.groupName) it could be for")
            }
            guard attributes == expected else { return .drifted("\(Self.path) is \(attributes), not \(expected)") }
            if let wanted = try source?.load(), wanted != content {
                return .drifted("\(Self.path) is not the runner that lies beside this sallyport-setup")
            }
            return .inForce
        default: return .drifted("\(Self.path) is not a file")
        }
    }

    func capture() throws(SetupError) -> BeforeImage {
        let image = try FileImage(path: Self.path)
        switch image {
        case .absent:
            if try source?.load() == nil { throw missing() }
            return .absent
        case .file: return try inspect(recorded: nil) == .inForce ? .existing : .files([image])
        case .link, .directory: throw conflict(Self.path, "it is not a file")
        }
    }

    func apply(over image: BeforeImage) throws(SetupError) {
        guard let attributes = try attributesExpected() else {
            throw SetupError(
                .notInForce, action: "install", subject: Self.path,
                detail: "\(SandboxGroup.launch.groupName) is missing")
        }
        guard let content = try source?.load() else { throw missing() }
        let directory = try RootDirectory(path: InstallationPaths.programs)
        try directory.replace(FileImage.name(of: Self.path), content: content, attributes: attributes)
    }

    func revert(to image: BeforeImage) throws(SetupError) {
        guard let before = try image.files(1).first else { throw .corrupt(image) }
        try before.restore(path: Self.path)
    }

    private func attributesExpected() throws(SetupError) -> FileAttributes? {
        try AccountDatabase().group(SandboxGroup.launch.groupName).map {
            FileAttributes(mode: 0o4750, owner: 0, group: $0.identifier)
        }
    }

    private func missing() -> SetupError {
        SetupError(
            .unsafeFile, action: "install", subject: Self.path,
            detail: "there is no \(source?.path ?? InstallationPaths.commandRunnerName)",
            remedy: "keep sallyport-setup and \(InstallationPaths.commandRunnerName) in one directory")
    }
}
