import SandboxModel
import Testing

@testable import SimulatedWindows

/// The error codes of setup, section 6.5 of the record: their names, their report, and which error has which.
struct FailureCodeTests {
    @Test func namesAreThoseOfTheRecord() {
        let caller = [
            "sandbox_dir_create_failed", "elevation_check_failed", "elevation_required", "payload_serialize_failed",
            "helper_launch_failed", "helper_launch_canceled", "helper_exit_nonzero", "helper_report_read_failed",
            "helper_incomplete",
        ]
        let helper = [
            "request_args_failed", "sandbox_dir_create_failed", "log_failed", "user_provision_failed",
            "users_group_create_failed", "user_create_or_update_failed", "dpapi_protect_failed",
            "users_file_write_failed", "setup_marker_write_failed", "sid_resolve_failed", "capability_sid_failed",
            "firewall_com_init_failed", "firewall_policy_access_failed", "firewall_policy_ineffective",
            "firewall_rule_create_or_add_failed", "firewall_rule_verify_failed", "read_acl_helper_spawn_failed",
            "sandbox_lock_failed", "unknown_error",
        ]
        let names = caller.map { "orchestrator_" + $0 } + helper.map { "helper_" + $0 }
        #expect(SetupFailureCode.allCases.map(\.rawValue).sorted() == names.sorted())
    }

    @Test(arguments: SetupFailureCode.allCases) func eachSurvivesItsReport(code: SetupFailureCode) throws {
        let report = SetupReport(code: code, message: "\"quoted\" é\n")
        let bytes = report.bytes
        #expect(SetupReport(parsing: bytes) == report)
        for length in bytes.indices { #expect(SetupReport(parsing: Array(bytes[..<length])) == nil) }
    }

    @Test(arguments: [
        "", "{}", #"{"code":"helper_unknown_error"}"#, #"{"code":"unheard","message":""}"#, #"{"code":5,"message":""}"#,
    ])
    func whatIsNoReportIsNotTakenForOne(text: String) { #expect(SetupReport(parsing: bytes(text)) == nil) }

    /// Every step with every error has a code of the helper, and only the ones without a step of their own have the last one.
    @Test func everyErrorOfEveryStepHasItsCode() throws {
        let user = try #require(RealUser(name: "alice", identifier: 1001))
        let steps: [(effect: Effect?, codes: Set<SetupFailureCode>)] = [
            (.createGroup(.users), [.helperUsersGroupCreateFailed]),
            (.createPrincipal(.offline), [.helperUserCreateOrUpdateFailed]),
            (.createPrincipal(.online), [.helperUserCreateOrUpdateFailed]),
            (.createRegistry, [.helperUsersFileWriteFailed]),
            (
                .installFirewall,
                [
                    .helperFirewallPolicyIneffective, .helperFirewallRuleVerifyFailed, .helperAccountResolveFailed,
                    .helperFirewallRuleFailed,
                ]
            ),
            (.installRunner, [.helperSandboxDirectoryCreateFailed]), (.reserveBlock(user), [.helperCapabilityFailed]),
            (.commitMarker, [.helperSetupMarkerWriteFailed]), (.persistFirewall, [.helperUnknownError]),
            (.addMember(user, .users), [.helperUnknownError]), (nil, [.helperUnknownError]),
        ]
        for (effect, codes) in steps {
            let found = SetupError.Code.allCases.map { code in
                let error = SetupError(code, action: "do", subject: "it")
                return SetupFailureCode(effect.map(error.during) ?? error)
            }
            #expect(Set(found) == codes, "\(effect.map { "\($0)" } ?? "no step")")
        }
        let password = SetupError(.systemCall, action: "set the password of", subject: "it").during(.createRegistry)
        #expect(SetupFailureCode(password) == .helperSecretProtectFailed)
    }

    /// What is done to a fresh machine, and the code that setup ends with.
    private static let provocations: [(code: SetupFailureCode, prepare: @Sendable (SimulatedHost) throws -> Void)] = [
        (.orchestratorHelperLaunchCanceled, { $0.machine.answerConsent(.refuse) }),
        (.orchestratorHelperLaunchCanceled, { _ in }),
        (
            .orchestratorHelperLaunchFailed,
            { host in
                host.machine.answerConsent(.approve)
                try host.machine.stopService("Appinfo", by: SimulatedMachine.system)
            }
        ),
        (
            .helperFirewallPolicyIneffective,
            { host in
                host.machine.answerConsent(.approve)
                host.machine.setGroupPolicy([], localRulesCount: false)
            }
        ),
        (
            .orchestratorHelperIncomplete,
            { host in
                host.machine.answerConsent(.approve)
                host.interlude = { [unowned host] moment in
                    guard moment == .afterSetup else { return }
                    try? host.machine.delete(host.installation.marker, by: host.user)
                }
            }
        ),
    ]

    @Test(arguments: provocations.indices) func setupEndsWithTheCode(index: Int) throws {
        let provocation = Self.provocations[index]
        let (machine, alice) = try SimulatedMachine.workstation()
        let host = SimulatedHost(machine, user: alice)
        try provocation.prepare(host)
        do throws(SetupError) {
            try SimulatedSandbox(host: host, design: .elevatedOnWindows).install()
            Issue.record("it was installed")
        } catch {
            #expect(error.documentedCode == provocation.code, "\(error)")
        }
    }
}
