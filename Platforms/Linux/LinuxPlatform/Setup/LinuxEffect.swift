internal import SandboxModel

/// One kind of effect on Linux; the functions are those of `SetupPlatform`.
protocol LinuxEffect {
    func inspect(recorded image: BeforeImage?) throws(SetupError) -> EffectState
    func capture() throws(SetupError) -> BeforeImage
    func apply(over image: BeforeImage) throws(SetupError)
    func revert(to image: BeforeImage) throws(SetupError)
}

extension LinuxEffect {
    /// What stands there is not ours and not what is needed.
    func conflict(_ subject: String, _ detail: String) -> SetupError {
        SetupError(
            .conflict, action: "take over", subject: subject, detail: detail,
            remedy: "setup did not make it and will not change it; remove or correct it, then run setup again")
    }
}
