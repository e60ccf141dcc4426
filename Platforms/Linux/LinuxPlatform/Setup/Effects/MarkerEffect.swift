internal import SandboxModel

/// The file that says that setup ran to its end; what it says is never believed without a look at the machine.
struct MarkerEffect: LinuxEffect {
    private static let image = FileImage.file(.privateFile, content: Array("sallyport-setup 1\n".utf8))

    func inspect(recorded image: BeforeImage?) throws(SetupError) -> EffectState {
        switch try FileImage(path: InstallationPaths.marker) {
        case .absent: .absent
        case Self.image: .inForce
        default: .drifted("\(InstallationPaths.marker) was changed")
        }
    }

    func capture() throws(SetupError) -> BeforeImage {
        let image = try FileImage(path: InstallationPaths.marker)
        return image == Self.image ? .existing : .files([image])
    }

    func apply(over image: BeforeImage) throws(SetupError) {
        try Self.image.restore(path: InstallationPaths.marker)
    }

    func revert(to image: BeforeImage) throws(SetupError) {
        guard let before = try image.files(1).first else { throw .corrupt(image) }
        try before.restore(path: InstallationPaths.marker)
    }
}
