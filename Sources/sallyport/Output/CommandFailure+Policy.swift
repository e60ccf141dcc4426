import SandboxModel

extension CommandFailure {
    /// The failure of a policy.
    ///
    /// - Parameters:
    ///   - error: the failure.
    ///   - current: the current directory where it is the workspace because nothing else was said, otherwise nothing.
    init(_ error: PolicyError, current: HostPath? = nil) {
        let status: ExitStatus =
            switch error.code {
            case .missing, .notADirectory, .danglingLink: .missing
            case .unreachable: .permission
            default: .usage
            }
        self.init(
            status, "\(error)",
            remedy: error.path == current
                ? "change to the directory of a project, name one with --cwd, or only look: --policy read-only" : nil)
    }
}
