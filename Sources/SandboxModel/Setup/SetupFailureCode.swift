/// The documented codes of a failed setup, as `setup_error.json` carries them.
///
/// Those of the orchestrator are the caller's, who starts setup and waits for it; those of the helper are the elevated
/// program's. The names behind a semicolon are the functions of Windows that failed.
public enum SetupFailureCode: String, CaseIterable, Hashable, Sendable {
    /// The caller could not make the directory `.sandbox` for what the helper reports.
    case orchestratorSandboxDirectoryCreateFailed = "orchestrator_sandbox_dir_create_failed"
    /// The caller could not tell whether it is elevated; `TokenElevation` of `GetTokenInformation`.
    case orchestratorElevationCheckFailed = "orchestrator_elevation_check_failed"
    /// Provisioning without a question was asked for by a process that is not elevated.
    case orchestratorElevationRequired = "orchestrator_elevation_required"
    /// What the helper is asked to do could not be written as its argument.
    case orchestratorPayloadSerializeFailed = "orchestrator_payload_serialize_failed"
    /// The helper could not be started; `ShellExecuteExW` with the verb `runas`.
    case orchestratorHelperLaunchFailed = "orchestrator_helper_launch_failed"
    /// The person said no to elevation; `ERROR_CANCELLED`.
    case orchestratorHelperLaunchCanceled = "orchestrator_helper_launch_canceled"
    /// The helper failed, and an old report could not be deleted, so that no report is believed.
    case orchestratorHelperExitNonzero = "orchestrator_helper_exit_nonzero"
    /// The helper failed, and its report `setup_error.json` cannot be read.
    case orchestratorHelperReportReadFailed = "orchestrator_helper_report_read_failed"
    /// The helper ended well, and what it should have set up is not there.
    case orchestratorHelperIncomplete = "orchestrator_helper_incomplete"
    /// The helper's argument is not a request.
    case helperRequestArgumentsFailed = "helper_request_args_failed"
    /// A directory of the sandbox, or the runner in it, could not be made.
    case helperSandboxDirectoryCreateFailed = "helper_sandbox_dir_create_failed"
    /// The helper's log could not be opened.
    case helperLogFailed = "helper_log_failed"
    /// Making the accounts ready failed in a way that has no code of its own.
    case helperUserProvisionFailed = "helper_user_provision_failed"
    /// The group `CodexSandboxUsers` could not be made; `NetLocalGroupAdd`.
    case helperUsersGroupCreateFailed = "helper_users_group_create_failed"
    /// An account could not be made or changed; `NetUserAdd`, `NetUserSetInfo`.
    case helperUserCreateOrUpdateFailed = "helper_user_create_or_update_failed"
    /// A password could not be set or protected; `CryptProtectData`.
    case helperSecretProtectFailed = "helper_dpapi_protect_failed"
    /// The file with the accounts' protected passwords, `sandbox_users.json`, could not be written.
    case helperUsersFileWriteFailed = "helper_users_file_write_failed"
    /// The marker of a finished setup, `setup_marker.json`, could not be written.
    case helperSetupMarkerWriteFailed = "helper_setup_marker_write_failed"
    /// An account has no SID; `LookupAccountNameW`.
    case helperAccountResolveFailed = "helper_sid_resolve_failed"
    /// A capability SID could not be read, made or kept.
    case helperCapabilityFailed = "helper_capability_sid_failed"
    /// The interface of the firewall could not be had; `CoInitializeEx`.
    case helperFirewallInterfaceFailed = "helper_firewall_com_init_failed"
    /// The policy of the firewall could not be read; `INetFwPolicy2`.
    case helperFirewallPolicyAccessFailed = "helper_firewall_policy_access_failed"
    /// Rules can be added and do not count, as when a group policy leaves local ones out; `LocalPolicyModifyState`.
    case helperFirewallPolicyIneffective = "helper_firewall_policy_ineffective"
    /// A rule could not be made or added; `INetFwRules::Add`.
    case helperFirewallRuleFailed = "helper_firewall_rule_create_or_add_failed"
    /// A rule that was added does not read back as it was wanted.
    case helperFirewallRuleVerifyFailed = "helper_firewall_rule_verify_failed"
    /// The second helper, which grants reading in the background, could not be started.
    case helperReadGrantSpawnFailed = "helper_read_acl_helper_spawn_failed"
    /// A directory's list could not be replaced by the one that keeps the sandbox out; `SetNamedSecurityInfoW`.
    case helperSandboxLockFailed = "helper_sandbox_lock_failed"
    /// The helper failed at something that has no code of its own.
    case helperUnknownError = "helper_unknown_error"

    /// The code of an error that stopped the setup program.
    ///
    /// - Parameter error: the error.
    public init(_ error: SetupError) {
        self =
            switch error.effect {
            case .createGroup: .helperUsersGroupCreateFailed
            case .createPrincipal: .helperUserCreateOrUpdateFailed
            case .createRegistry:
                error.action.hasPrefix("set the password") ? .helperSecretProtectFailed : .helperUsersFileWriteFailed
            case .installFirewall:
                switch error.code {
                case .unsupported: .helperFirewallPolicyIneffective
                case .notInForce: .helperFirewallRuleVerifyFailed
                case .unknownUser: .helperAccountResolveFailed
                default: .helperFirewallRuleFailed
                }
            case .lockDirectory: .helperSandboxLockFailed
            case .commitMarker: .helperSetupMarkerWriteFailed
            case .reserveBlock: .helperCapabilityFailed
            case .installRunner: .helperSandboxDirectoryCreateFailed
            case .persistFirewall, .denyScheduledJobs, .addMember, nil: .helperUnknownError
            }
    }
}
