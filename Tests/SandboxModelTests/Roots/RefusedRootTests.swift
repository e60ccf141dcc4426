import SandboxModel
import Testing

struct RefusedRootTests {
    private let host = InventedHost([
        "/home/alice/work": .directory, "/home/alice/.ssh/x": .directory, "/home/alice/.Config/nvim": .directory,
        "/home/alice/.config": .directory, "/home/alice/.cache": .directory, "/home/bob/x": .directory,
        "/srv/p": .directory, "/srv/file": .file(""), "/srv/link": .link("/srv/p"), "/srv/home": .link("/home/alice"),
        "/srv/dangling": .link("nowhere"), "/srv/top": .link("/"), "/srv/closed": .closed, "/tmp/w": .directory,
        "/srv/null": .device,
    ])

    @Test(arguments: [
        ("/", PolicyError.Code.fileSystemRoot), ("/srv/top", .fileSystemRoot), ("/home", .homeDirectory),
        ("/home/alice", .homeDirectory), ("/srv/home", .homeDirectory), ("/home/alice/.ssh", .privateDirectory),
        ("/home/alice/.ssh/x", .privateDirectory), ("/home/alice/.Config/nvim", .privateDirectory),
        ("/home/alice/.local", .reservedDirectory), ("/home/alice/.local/state/sallyport", .reservedDirectory),
        ("/tmp", .temporaryDirectory), ("/srv/none", .missing), ("/srv/none/deeper", .missing),
        ("/srv/dangling", .missing),
        ("/srv/file", .notADirectory), ("/srv/file/x", .missing), ("/srv/null", .notADirectory),
        ("/srv/closed", .unreachable),
    ])
    func refuses(root: String, code: PolicyError.Code) {
        for policy in [
            SandboxPolicy(mode: .workspaceWrite, workspace: path(root)),
            SandboxPolicy(mode: .workspaceWrite, workspace: path("/srv/p"), writableRoots: [path(root)]),
        ] {
            let error = #expect(throws: PolicyError.self) { try PolicyResolver.resolve(policy, facts: host) }
            #expect(error?.code == code)
            #expect(error?.description.contains("; ") == true, "what to do instead: \(error?.description ?? "")")
        }
    }

    @Test(arguments: [
        ("/home/alice/work", "/home/alice/work"), ("/srv/link", "/srv/p"), ("/tmp/w", "/tmp/w"),
        ("/home/alice/.cache", "/home/alice/.cache"), ("/home/bob", "/home/bob"),
    ])
    func accepts(root: String, canonical: String) throws {
        let resolved = try PolicyResolver.resolve(
            SandboxPolicy(mode: .workspaceWrite, workspace: path(root)), facts: host)
        #expect(resolved.writableRoots == [path(canonical)])
        #expect(resolved.workspace == path(canonical))
    }

    @Test func readOnlyMayLookAnywhereAndWritesNowhere() throws {
        for workspace in ["/", "/home/alice", "/home/alice/.ssh", "/tmp"] {
            let resolved = try PolicyResolver.resolve(
                SandboxPolicy(mode: .readOnly, workspace: path(workspace)), facts: host)
            #expect(resolved.writableRoots.isEmpty && resolved.protectedPaths.isEmpty && resolved.guards.isEmpty)
            #expect(resolved.readableRoots == [path(workspace)])
        }
        let error = #expect(throws: PolicyError.self) {
            try PolicyResolver.resolve(
                SandboxPolicy(mode: .readOnly, workspace: path("/srv/p"), writableRoots: [path("/srv/p")]), facts: host)
        }
        #expect(error?.code == .writableRootInReadOnly)
    }

    @Test func fullAccessCannotRestrict() throws {
        for policy in [
            SandboxPolicy(mode: .dangerFullAccess, workspace: path("/srv/p"), writableRoots: [path("/srv/p")]),
            SandboxPolicy(mode: .dangerFullAccess, workspace: path("/srv/p"), readOnlyPaths: [path("/srv/p")]),
            SandboxPolicy(mode: .dangerFullAccess, workspace: path("/srv/p"), deniedPaths: [path("/srv/p")]),
        ] {
            let error = #expect(throws: PolicyError.self) { try PolicyResolver.resolve(policy, facts: host) }
            #expect(error?.code == .restrictionWithoutSandbox)
        }
    }

    @Test func rootsAreCanonicalSortedAndOnce() throws {
        let policy = SandboxPolicy(
            mode: .workspaceWrite, workspace: path("/tmp/w"),
            writableRoots: ["/srv/link", "/srv/p", "/home/alice/work"].map(path))
        let resolved = try PolicyResolver.resolve(policy, facts: host)
        #expect(resolved.writableRoots.map(\.text) == ["/home/alice/work", "/srv/p", "/tmp/w"])
    }

    @Test func tooManyRootsAreRefused() {
        var tree: [String: InventedHost.Node] = [:]
        for index in 0...LaunchLimits.writableRoots { tree["/r/\(index)"] = .directory }
        let policy = SandboxPolicy(
            mode: .workspaceWrite, workspace: path("/r/0"), writableRoots: tree.keys.map(path))
        let error = #expect(throws: PolicyError.self) {
            try PolicyResolver.resolve(policy, facts: InventedHost(tree))
        }
        #expect(error?.code == .tooMany)
    }
}
