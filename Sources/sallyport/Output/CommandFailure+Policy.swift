import SandboxModel

extension CommandFailure {
    /// The failure of a policy.
    init(_ error: PolicyError) {
        let status: ExitStatus =
            switch error.code {
            case .missing, .notADirectory, .danglingLink: .missing
            case .unreachable: .permission
            default: .usage
            }
        self.init(status, "\(error)")
    }
}
