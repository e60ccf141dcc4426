import SandboxModel

/// How the design sets itself up.
extension DesignMutation {
    /// Every rule of setup, turned the wrong way; where the documented rule is the weaker one, to the stronger.
    static let setup = [
        DesignMutation("a-refresh-that-asks", told: "work-below-a-link-to-the-system") {
            $0.setup.refreshAsksForElevation = true
        },
        DesignMutation("passwords-for-one-account", told: "passwords-in-a-readable-file") {
            $0.setup.secretsAreForTheMachine = false
        },
        DesignMutation("a-home-that-is-a-link", told: "setup-through-a-link") { $0.setup.followsLinks = true },
        DesignMutation("a-directory-of-programs-that-is-sealed", told: "service-that-writes") {
            $0.setup.programsLock = .sealed
        },
        DesignMutation("a-directory-of-programs-that-is-protected", told: "replace-the-runner-below-an-open-directory")
        { $0.setup.programsLock = .protected },
        DesignMutation("a-runner-that-anybody-replaces", told: "replace-the-runner") { $0.setup.copiesRunner = false },
        DesignMutation("lists-edited-by-handle", told: "git-file-rewrite") { $0.setup.editsByName = false },
        DesignMutation("capabilities-in-the-workspace", told: "codex-missing-rename-onto") {
            $0.setup.keepsCapabilitiesInWorkspace = true
        },
        DesignMutation("a-rule-that-the-firewall-refuses") { $0.setup.setsPortsOnEveryRule = true },
        DesignMutation("a-policy-of-the-firewall-overlooked", told: "launch-under-another-policy-of-the-firewall") {
            $0.setup.checksFirewallPolicy = false
        },
        DesignMutation("no-filters-below-the-firewall", told: "icmp-over-ipv4") { $0.setup.addsPacketFilters = false },
        DesignMutation("nobody-connects-from-outside", told: "be-reached-from-another-machine") {
            $0.setup.blocksInbound = true
        },
        DesignMutation("a-wrong-password-is-final", told: "password-that-changed") {
            $0.setup.staleCredentialErrors.remove(1326)
        },
        DesignMutation("an-old-password-is-replaced", told: "password-that-is-old") {
            $0.setup.staleCredentialErrors.insert(1330)
        },
        DesignMutation("an-expired-password-is-replaced", told: "password-that-has-to-be-changed") {
            $0.setup.staleCredentialErrors.insert(1907)
        },
        DesignMutation("a-disabled-account-is-enabled", told: "account-that-is-disabled") {
            $0.setup.staleCredentialErrors.insert(1331)
        },
        DesignMutation("accounts-disabled-before-removal", told: "setup-that-could-not-be-undone") {
            $0.setup.disablesBeforeRemoval = true
        },
    ]
}
