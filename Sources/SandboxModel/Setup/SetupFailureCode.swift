/// The documented codes of a failed setup.
public enum SetupFailureCode: String, CaseIterable, Hashable, Sendable {
    case orchestratorSandboxDirectoryCreateFailed = "orchestrator_sandbox_dir_create_failed"
    case orchestratorElevationCheckFailed = "orchestrator_elevation_check_failed"
    case orchestratorElevationRequired = "orchestrator_elevation_required"
    case orchestratorPayloadSerializeFailed = "orchestrator_payload_serialize_failed"
    case orchestratorHelperLaunchFailed = "orchestrator_helper_launch_failed"
    case orchestratorHelperLaunchCanceled = "orchestrator_helper_launch_canceled"
    case orchestratorHelperExitNonzero = "orchestrator_helper_exit_nonzero"
    case orchestratorHelperReportReadFailed = "orchestrator_helper_report_read_failed"
    case orchestratorHelperIncomplete = "orchestrator_helper_incomplete"
    case helperRequestArgumentsFailed = "helper_request_args_failed"
    case helperSandboxDirectoryCreateFailed = "helper_sandbox_dir_create_failed"
    case helperLogFailed = "helper_log_failed"
    case helperUserProvisionFailed = "helper_user_provision_failed"
    case helperUsersGroupCreateFailed = "helper_users_group_create_failed"
    case helperUserCreateOrUpdateFailed = "helper_user_create_or_update_failed"
    case helperSecretProtectFailed = "helper_dpapi_protect_failed"
    case helperUsersFileWriteFailed = "helper_users_file_write_failed"
    case helperSetupMarkerWriteFailed = "helper_setup_marker_write_failed"
    case helperAccountResolveFailed = "helper_sid_resolve_failed"
    case helperCapabilityFailed = "helper_capability_sid_failed"
    case helperFirewallInterfaceFailed = "helper_firewall_com_init_failed"
    case helperFirewallPolicyAccessFailed = "helper_firewall_policy_access_failed"
    case helperFirewallPolicyIneffective = "helper_firewall_policy_ineffective"
    case helperFirewallRuleFailed = "helper_firewall_rule_create_or_add_failed"
    case helperFirewallRuleVerifyFailed = "helper_firewall_rule_verify_failed"
    case helperReadGrantSpawnFailed = "helper_read_acl_helper_spawn_failed"
    case helperSandboxLockFailed = "helper_sandbox_lock_failed"
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
