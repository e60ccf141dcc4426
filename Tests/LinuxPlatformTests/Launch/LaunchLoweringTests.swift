import LinuxPlatform
import SandboxModel
import Testing
import WindowsSecurity

struct LaunchLoweringTests {
    private func path(_ text: String) throws -> HostPath { try HostPath(text) }

    private func sid(_ number: UInt32) throws -> SID {
        try #require(CapabilitySID.capability([number, 2, 3, 4]))
    }

    private func plan(
        level: SandboxLevel = .elevated, mode: SandboxMode = .workspaceWrite, network: NetworkAccess = .restricted,
        workspace: String = "/w", roots: [String] = ["/a", "/w"], denied: [String] = [], readable: [String] = []
    ) throws -> LaunchPlan {
        let policy = ResolvedPolicy(
            mode: mode, workspace: try path(workspace), writableRoots: try roots.map(path), anchors: [],
            protectedPaths: [
                SandboxModel.ProtectedPath(
                    path: try path("/w/.git"), reason: .name(.git), kind: .directory, isInsideRoot: true),
                SandboxModel.ProtectedPath(
                    path: try path("/main/.git"), reason: .commonDirectory, kind: .directory, isInsideRoot: false),
            ],
            deniedPaths: try denied.map { DeniedPath(path: try path($0), kind: .file) },
            readableRoots: try readable.map(path), network: network, temporary: .writable, repositoryRoot: nil,
            notes: [])
        var capabilities: [Capability] = []
        for (index, root) in roots.enumerated() {
            capabilities.append(Capability(root: try path(root), sid: try sid(UInt32(index))))
        }
        if capabilities.isEmpty { capabilities = [Capability(root: nil, sid: try sid(9))] }
        return try SandboxDesign.documented(level).plan(
            policy,
            command: CommandRequest(
                arguments: [[0x61], [0xFF]], callerEnvironment: [EnvironmentVariable("A", [0xFE])],
                timeoutMilliseconds: 5),
            capabilities: capabilities)
    }

    private func lower(_ plan: LaunchPlan) throws -> LaunchRequest {
        let lowering = LaunchLowering(
            groups: [try sid(0): 70000, try sid(1): 70001, try sid(9): 70009],
            temporaryDirectories: try ["/tmp", "/dev"].map(path), acceptedLosses: [.abstractUnixSockets])
        return try lowering.lower(plan).confinement
    }

    private func text(_ paths: [[UInt8]]) -> [String] { paths.map { String(decoding: $0, as: UTF8.self) } }

    @Test func theWorkspacesCapabilityIsThePrimaryGroup() throws {
        let request = try lower(try plan())
        #expect(
            request.level
                == .elevated(.init(principal: .offline, workspaceGroup: 70001, capabilityGroups: [70000])))
        let reading = try lower(try plan(mode: .readOnly, roots: []))
        #expect(reading.level == .elevated(.init(principal: .offline, workspaceGroup: 70009)))
        #expect(try lower(try plan(level: .unelevated)).level == .unelevated)
    }

    @Test func aCapabilityWithoutAGroupStopsIt() throws {
        let lowering = LaunchLowering(groups: [:], temporaryDirectories: [])
        #expect(throws: LaunchError.self) { try lowering.lower(try plan()) }
        #expect(throws: Never.self) { try lowering.lower(try plan(level: .unelevated)) }
    }

    @Test func principalAndNetworkAgree() throws {
        let online = try lower(try plan(network: .enabled))
        #expect(online.network == .open)
        #expect(online.level == .elevated(.init(principal: .online, workspaceGroup: 70001, capabilityGroups: [70000])))
        #expect(try lower(try plan()).network == .none)
        #expect(try lower(try plan(level: .unelevated, network: .enabled)).network == .open)
    }

    @Test func everythingElseIsCarriedOver() throws {
        let request = try lower(try plan())
        #expect(text(request.writableRoots) == ["/a", "/w"])
        #expect(text(request.protectedPaths) == ["/w/.git"])
        #expect(request.arguments == [[0x61], [0xFF]])
        #expect(request.environment.first == [0x41, 0x3D, 0xFE])
        #expect(request.timeoutMilliseconds == 5)
        #expect(request.acceptedLosses == [.abstractUnixSockets])
        #expect(try LaunchRequest(parsing: request.encoded) == request)
    }

    /// What a private directory hides is shown when it is named, and cannot be denied when it is not there.
    @Test func privateDirectoriesHideAndShow() throws {
        let plain = try lower(try plan(denied: ["/tmp/x", "/etc/x"], readable: ["/srv", "/tmp/r"]))
        #expect(text(plain.readablePaths) == ["/tmp/r"])
        #expect(text(plain.deniedPaths) == ["/etc/x"])
        let inside = try lower(try plan(workspace: "/tmp/w", roots: ["/tmp/w"], denied: ["/tmp/w/x", "/tmp/y"]))
        #expect(inside.readablePaths.isEmpty)
        #expect(text(inside.deniedPaths) == ["/tmp/w/x"])
        let reading = try lower(try plan(mode: .readOnly, workspace: "/tmp/w", roots: []))
        #expect(text(reading.readablePaths) == ["/tmp/w"])
        #expect(try lower(try plan(mode: .readOnly, workspace: "/tmp", roots: [])).readablePaths.isEmpty)
    }

    @Test func noLossIsWeaker() throws {
        for level in SandboxLevel.allCases {
            let losses = LinuxLosses.losses(of: try plan(level: level, denied: ["/x"]))
            #expect(losses.allSatisfy { $0.effect != .weaker } && losses.count >= 4)
            #expect(Set(losses.map(\.name)).count == losses.count)
        }
    }
}
