import SandboxModel
import Testing

struct PathPatternTests {
    @Test(arguments: [
        "", "relative/*", "/a/b", "/a/../*", "/a/./*", "/a**", "/a/**b", "/[z-a]", "/a\u{1}*", "/[!]", "/**/..",
    ])
    func whatIsNoPatternIsRefused(text: String) { #expect(PathPattern(text.utf8) == nil) }

    @Test(
        arguments: [
            ("/a/*.env", ["a"], false), ("/a/b/**", ["a", "b"], true), ("/*", [], false), ("/a/[x/b", nil, false),
            ("/a/**/b/*", ["a"], true), ("/a/[!x-z]b", ["a"], false), ("/a/?", ["a"], false),
        ] as [(String, [String]?, Bool)])
    func theBaseEndsAtTheFirstWildcard(text: String, base: [String]?, isRecursive: Bool) {
        let pattern = PathPattern(text.utf8)
        #expect(pattern?.base.map { String(decoding: $0, as: UTF8.self) } == base)
        if let pattern { #expect(pattern.isRecursive == isRecursive) }
    }

    /// A host that does not say what is in its directories cannot take patterns.
    @Test func aHostWithoutListingsRefusesPatterns() throws {
        let host = InventedHost(["/home/alice/repo": .directory])
        var policy = SandboxPolicy(mode: .workspaceWrite, workspace: path("/home/alice/repo"))
        policy.deniedPatterns = ["/home/alice/repo/**/*.env"]
        #expect {
            try PolicyResolver.resolve(policy, facts: host)
        } throws: { ($0 as? PolicyError)?.code == .unlistable }
        policy.deniedPatterns = ["/**/*.env"]
        #expect {
            try PolicyResolver.resolve(policy, facts: host)
        } throws: { ($0 as? PolicyError)?.code == .unboundedPattern }
        policy.deniedPatterns = ["*.env"]
        #expect {
            try PolicyResolver.resolve(policy, facts: host)
        } throws: { ($0 as? PolicyError)?.pattern == "*.env" }
    }

    /// No design but the first ones on Windows takes a list of what may be read, so it is refused by name, never narrowed.
    @Test func aListOfWhatMayBeReadIsRefused() throws {
        var policy = SandboxPolicy(mode: .workspaceWrite, workspace: path("/home/alice/repo"))
        policy.reads = .listed(withPlatform: true)
        let resolved = try PolicyResolver.resolve(policy, facts: InventedHost(["/home/alice/repo": .directory]))
        for design in [SandboxDesign.elevated, .unelevated] {
            #expect(throws: LaunchPlanError.restrictedReads) {
                try design.plan(resolved, command: CommandRequest(arguments: [[1]]), capabilities: [])
            }
        }
    }
}
