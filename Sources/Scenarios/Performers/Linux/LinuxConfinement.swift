internal import SandboxModel

/// What stands between a command and the kernel in a column of the matrix.
public enum LinuxConfinement: String, Hashable, Sendable, CaseIterable {
    /// Sallyport with the accounts that setup made.
    case elevated = "linux"
    /// Sallyport without setup.
    case unelevated = "linux-unelevated"
    /// Nothing: the person.
    case plainUser = "plain-user"

    /// The platform whose expectations hold; nothing for what is shown for comparison.
    var platform: Platform? {
        switch self {
        case .elevated: .linux
        case .unelevated: .linuxUnelevated
        default: nil
        }
    }

    /// What stands before the command, for a policy in a mode.
    ///
    /// - Parameters:
    ///   - mode: the mode.
    ///   - additions: what the policy says besides, with places put in.
    /// - Returns: the words.
    func prefix(_ mode: Mode, _ additions: PolicyAdditions) -> [String] {
        switch self {
        case .plainUser: return []
        case .elevated, .unelevated:
            var words = ["sallyport", "run", "--policy", mode.sandboxMode.rawValue]
            if self == .unelevated { words += ["--level", "unelevated"] }
            if mode == .online { words.append("--network") }
            for path in additions.writableRoots { words += ["--writable-root", path] }
            for path in additions.readOnly { words += ["--read-only", path] }
            for path in additions.denyRead { words += ["--deny-read", path] }
            return words + ["--"]
        }
    }
}
