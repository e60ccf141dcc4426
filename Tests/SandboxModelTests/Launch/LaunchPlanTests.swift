import SandboxModel
import Testing
import WindowsSecurity

struct LaunchPlanTests {
    private func plan(
        _ mode: SandboxMode, _ network: NetworkAccess, _ level: SandboxLevel, proxy: Bool = false
    ) throws -> LaunchPlan {
        let host = InventedHost(["/w": .directory])
        let resolved = try PolicyResolver.resolve(
            SandboxPolicy(mode: mode, workspace: path("/w"), network: network), facts: host)
        var ledger = CapabilityLedger()
        var source = SystemRandomNumberGenerator()
        return try SandboxDesign.documented(level).plan(
            resolved, command: CommandRequest(arguments: [Array("true".utf8)]),
            capabilities: ledger.capabilities(for: resolved, using: &source),
            proxyRoute: proxy ? CapabilitySID.random(using: &source) : nil)
    }

    @Test(arguments: SandboxLevel.allCases, NetworkAccess.allCases)
    func restrictingListHasTheDocumentedOrder(level: SandboxLevel, network: NetworkAccess) throws {
        for mode in [SandboxMode.readOnly, .workspaceWrite] {
            let plan = try plan(mode, network, level)
            let kinds = plan.restrictingSIDs.map { entry in
                switch entry {
                case .capability: "capability"
                case .principal(let principal): principal.rawValue
                case .proxyRoute: "route"
                case .logon: "logon"
                case .everyone: "everyone"
                }
            }
            let account = network == .enabled ? "online" : "offline"
            #expect(kinds == ["capability"] + (level == .elevated ? [account] : []) + ["logon", "everyone"])
            #expect(plan.capabilities.first?.root == (mode == .readOnly ? nil : path("/w")))
            #expect(plan.policy.temporary == (mode == .readOnly ? .readOnly : .writable))
        }
    }

    @Test func gatesFollowTheNetwork() throws {
        #expect(
            try plan(.workspaceWrite, .restricted, .elevated).gates == LaunchGate.allCases.filter { $0 != .deniedPaths }
        )
        let online = try plan(.workspaceWrite, .enabled, .elevated).gates
        #expect(!online.contains(.firewall) && !online.contains(.networkIsolation) && online.contains(.authorization))
        let own = try plan(.readOnly, .restricted, .unelevated).gates
        #expect(own.contains(.networkIsolation) && !own.contains(.firewall) && !own.contains(.authorization))
        #expect(!own.contains(.protectedPaths))
    }

    @Test func aProxyNeedsAccounts() throws {
        #expect(try plan(.workspaceWrite, .enabled, .elevated, proxy: true).principal == .offline)
        #expect(throws: LaunchPlanError.proxyNeedsAccounts) {
            try plan(.workspaceWrite, .enabled, .unelevated, proxy: true)
        }
    }

    @Test func whatCannotBePlannedIsRefused() throws {
        #expect(throws: LaunchPlanError.noSandbox) { try plan(.dangerFullAccess, .enabled, .elevated) }
        let host = InventedHost(["/w": .directory])
        let resolved = try PolicyResolver.resolve(SandboxPolicy(mode: .readOnly, workspace: path("/w")), facts: host)
        var source = SystemRandomNumberGenerator()
        let capability = Capability(root: nil, sid: CapabilitySID.random(using: &source))
        #expect(throws: LaunchPlanError.noCapability) {
            try SandboxDesign.elevated.plan(
                resolved, command: CommandRequest(arguments: [[0x61]]), capabilities: [])
        }
        #expect(throws: LaunchPlanError.noCommand) {
            try SandboxDesign.elevated.plan(
                resolved, command: CommandRequest(arguments: []), capabilities: [capability])
        }
        let many = [[UInt8]](repeating: [0x61], count: LaunchLimits.arguments + 1)
        #expect(throws: LaunchPlanError.tooManyArguments) {
            try SandboxDesign.elevated.plan(
                resolved, command: CommandRequest(arguments: many), capabilities: [capability])
        }
    }

    @Test func theDocumentedMasksNeverGrantDeletingAChild() {
        let deleteChild: UInt32 = 0x40
        #expect(AccessMasks.documented.writeGrant & deleteChild == 0)
        #expect(AccessMasks.documented.writeDeny & deleteChild == deleteChild)
        #expect(LaunchPlan.timeoutExitCode == 192)
    }

    @Test func aWeakerLossStopsTheLaunchUntilItIsAccepted() {
        let losses = ConfinementLoss.Effect.allCases.map {
            ConfinementLoss(name: "loss-\($0.rawValue)", effect: $0, planned: "", inForce: "")
        }
        let lowered = Lowered(confinement: 0, losses: losses)
        #expect(lowered.refusedLosses(accepting: []).map(\.name) == ["loss-weaker"])
        #expect(lowered.refusedLosses(accepting: ["loss-weaker"]).isEmpty)
    }
}
