import SandboxModel
import Testing

struct ProtectedPathTests {
    private func resolve(
        _ tree: [String: InventedHost.Node], roots: [String] = ["/w"], readOnly: [String] = [], denied: [String] = []
    ) throws(PolicyError) -> ResolvedPolicy {
        let host = InventedHost(tree.merging(roots.map { ($0, .directory) }, uniquingKeysWith: { mine, _ in mine }))
        let policy = SandboxPolicy(
            mode: .workspaceWrite, workspace: path(roots[0]), writableRoots: roots.dropFirst().map(path),
            readOnlyPaths: readOnly.map(path), deniedPaths: denied.map(path))
        return try PolicyResolver.resolve(policy, facts: host)
    }

    private func texts(_ resolved: ResolvedPolicy) -> [String] {
        resolved.protectedPaths.map { $0.path.text + ($0.needsGuard ? "?" : "") }
    }

    private func code(
        _ tree: [String: InventedHost.Node], roots: [String] = ["/w"], readOnly: [String] = [], denied: [String] = []
    ) -> PolicyError.Code? {
        do throws(PolicyError) {
            _ = try resolve(tree, roots: roots, readOnly: readOnly, denied: denied)
            return nil
        } catch {
            return error.code
        }
    }

    /// Every combination of missing, directory, file and link for the three names.
    @Test func everyNameIsProtectedWhateverItIs() throws {
        let kinds: [InventedHost.Node?] = [nil, .directory, .file("text"), .link("/elsewhere")]
        for code in 0..<64 {
            var tree: [String: InventedHost.Node] = ["/elsewhere": .directory]
            var expected: [String: PathKind] = [:]
            for (index, name) in [".git", ".codex", ".agents"].enumerated() {
                let choice = code >> (2 * index) & 3
                tree["/w/\(name)"] = kinds[choice]
                expected["/w/\(name)"] = [PathKind.missing, .directory, .file, .symbolicLink][choice]
            }
            let resolved = try resolve(tree)
            let inside = resolved.protectedPaths.filter(\.isInsideRoot)
            #expect(Dictionary(uniqueKeysWithValues: inside.map { ($0.path.text, $0.kind) }) == expected)
            #expect(resolved.guards.map(\.text) == expected.filter { $0.value == .missing }.keys.sorted())
        }
    }

    @Test func aDeviceCannotBeProtected() {
        #expect(code(["/w/.codex": .device]) == .unprotectable)
        #expect(code(["/w/.git": .closed]) == .unreachable)
    }

    @Test func aWorktreePointerLeadsToItsRepository() throws {
        let resolved = try resolve(
            [
                "/w/.git": .file("gitdir: repo/worktrees/w\n"), "/w/repo/worktrees/w/commondir": .file("../..\n"),
                "/w/repo/config": .file(""),
            ])
        #expect(texts(resolved) == ["/w/.agents?", "/w/.codex?", "/w/.git", "/w/repo", "/w/repo/worktrees/w"])
        #expect(resolved.anchors.isEmpty)
    }

    @Test func aRepositoryOutsideIsNotedAndShownOnlyWhenItPointsBack() throws {
        let linked: [String: InventedHost.Node] = [
            "/w/.git": .file("gitdir: /main/.git/worktrees/w\n"), "/main/.git/worktrees/w/commondir": .file("../..\n"),
            "/main/.git/worktrees/w/gitdir": .file("/w/.git\n"), "/main/.git/HEAD": .file(""),
            "/main/.git/objects": .directory,
        ]
        let resolved = try resolve(linked)
        #expect(texts(resolved) == ["/main/.git", "/main/.git/worktrees/w", "/w/.agents?", "/w/.codex?", "/w/.git"])
        #expect(resolved.protectedPaths.filter { !$0.isInsideRoot }.count == 2)
        #expect(resolved.readableRoots.map(\.text) == ["/main/.git", "/main/.git/worktrees/w"])
        let foreign = try resolve(linked.merging(["/main/.git/worktrees/w/gitdir": .file("/other/.git\n")]) { $1 })
        #expect(foreign.readableRoots.isEmpty)
        let plain = try resolve([
            "/w/.git": .file("gitdir: /home/alice/private/.git"), "/home/alice/private/.git": .directory,
        ])
        #expect(plain.readableRoots.isEmpty)
    }

    /// The working tree may have an enclosing root in which an earlier command wrote every pointer.
    @Test(arguments: [
        ("/p/made", "../../home/.ssh"), ("/p/made", "/home/.ssh"), ("/p/made", ".."),
        ("/p/worktrees/made", "../../../home"),
        ("/p/worktrees/made", "../.."), ("/home/.ssh/worktrees/made", "../.."), ("/p/objects/made", "../.."),
    ])
    func aSharedRepositoryIsShownOnlyWhenItHoldsTheWorktrees(_ repository: String, _ common: String) throws {
        let resolved = try resolve(
            [
                "/p/w/.git": .file("gitdir: \(repository)"), "\(repository)/gitdir": .file("/p/w/.git"),
                "\(repository)/commondir": .file(common), "/home/.ssh/id": .file(""), "/p/HEAD": .file(""),
            ], roots: ["/p/w"])
        #expect(resolved.readableRoots.isEmpty)
    }

    @Test func aPointerToNothingIsGuardedWhereTheCommandCouldMakeIt() throws {
        let inside = try resolve(["/w/.git": .file("gitdir: sub/deep/git")])
        #expect(texts(inside) == ["/w/.agents?", "/w/.codex?", "/w/.git", "/w/sub?"])
        let outside = try resolve(["/w/.git": .file("gitdir: /none/git")])
        #expect(texts(outside) == ["/w/.agents?", "/w/.codex?", "/w/.git"])
    }

    @Test func aMalformedPointerProtectsTheFileAlone() throws {
        for text in [
            "", "gitdir:", "gitdir: \n", "gitdir:x", "git: x", "gitdir: a\nb", String(repeating: "x", count: 9000),
        ] {
            let resolved = try resolve(["/w/.git": .file(text)])
            #expect(texts(resolved).contains("/w/.git"))
            #expect(resolved.notes.contains(ResolutionNote(.malformedPointer, path("/w/.git"))))
        }
    }

    @Test func aLinkAndItsTargetAreProtected() throws {
        let resolved = try resolve(["/w/.git": .link("store/git"), "/w/store/git": .directory])
        #expect(texts(resolved) == ["/w/.agents?", "/w/.codex?", "/w/.git", "/w/store/git"])
        #expect(resolved.anchors.map(\.text) == ["/w/store"])
    }

    @Test func aLinkThatTheCommandCouldTurnElsewhereIsRefused() {
        #expect(code(["/w/.git": .link("a/git"), "/w/a": .link("b"), "/w/b/git": .directory]) == .replaceableLink)
        #expect(code(["/w/.git": .link("a"), "/w/a": .link("/else"), "/else": .directory]) == .replaceableLink)
        #expect(
            code(["/w/.git": .file("gitdir: a/git"), "/w/a": .link("b"), "/w/b/git": .directory]) == .replaceableLink)
        #expect(code(["/w/.codex": .link("nothing")]) == .danglingLink)
        #expect(code(["/w/.codex": .link(".codex")]) == .danglingLink)
    }

    @Test func aLinkOutsideMayLeadThroughLinks() throws {
        let resolved = try resolve(["/w/.git": .link("/l/git"), "/l": .link("/real"), "/real/git": .directory])
        #expect(texts(resolved).contains("/real/git"))
    }

    @Test func carveOutsAreProtectedAndTheirWayIsHeld() throws {
        let resolved = try resolve(
            ["/w/a/b/keep": .directory, "/w/file": .file("")],
            readOnly: ["/w/a/b/keep", "/w/file", "/w/new/deep/er", "/etc"])
        #expect(
            texts(resolved) == ["/w/.agents?", "/w/.codex?", "/w/.git?", "/w/a/b/keep", "/w/file", "/w/new?"])
        #expect(resolved.anchors.map(\.text) == ["/w/a", "/w/a/b"])
        #expect(resolved.notes == [ResolutionNote(.nothingThere, path("/etc"))])
    }

    @Test func aRootInsideARootIsHeldAndHasNamesOfItsOwn() throws {
        let resolved = try resolve(["/w/x/y": .directory], roots: ["/w", "/w/x/y"])
        #expect(resolved.writableRoots.map(\.text) == ["/w", "/w/x/y"])
        #expect(resolved.anchors.map(\.text) == ["/w/x"])
        #expect(resolved.guards.count == 6)
    }

    @Test func theUserMayReopenAProtectedNameButNothingBelowIt() throws {
        let reopened = try resolve(["/w/.git": .directory], roots: ["/w", "/w/.git"])
        #expect(!texts(reopened).contains("/w/.git"))
        #expect(reopened.notes.contains(ResolutionNote(.reopened, path("/w/.git"))))
        #expect(code(["/w/.git/x": .directory], roots: ["/w", "/w/.git/x"]) == .writableBelowReadOnly)
        #expect(code(["/w/a/b": .directory], roots: ["/w", "/w/a/b"], readOnly: ["/w/a"]) == .writableBelowReadOnly)
        #expect(code([:], readOnly: ["/w"]) == .writableBelowReadOnly)
    }

    @Test func aBareRepositoryAroundItsWorktreeIsNotProtected() throws {
        let resolved = try resolve(
            [
                "/p.git/w/.git": .file("gitdir: /p.git/worktrees/w"), "/p.git/worktrees/w/commondir": .file("../.."),
            ], roots: ["/p.git/w"])
        #expect(resolved.notes.contains(ResolutionNote(.surroundsRoot, path("/p.git"))))
        #expect(!texts(resolved).contains("/p.git"))
    }

    @Test func deniedPathsAreHiddenOrGuarded() throws {
        let resolved = try resolve(
            ["/w/.env": .file(""), "/w/link": .link("/secret"), "/secret": .directory],
            denied: ["/w/.env", "/w/link", "/w/later", "/nowhere"])
        #expect(resolved.deniedPaths.map(\.path.text) == ["/secret", "/w/.env", "/w/later"])
        #expect(resolved.guards.map(\.text) == ["/w/.agents", "/w/.codex", "/w/.git", "/w/later"])
        #expect(resolved.notes == [ResolutionNote(.nothingThere, path("/nowhere"))])
    }

    @Test func aDenialAboveARootIsRefused() {
        #expect(code(["/w/sub": .directory], roots: ["/w/sub"], denied: ["/w"]) == .rootBelowDenied)
        #expect(code([:], denied: ["/w"]) == .rootBelowDenied)
        #expect(code(["/w/l": .link("/none")], denied: ["/w/l"]) == .danglingLink)
    }

    @Test func theRepositoryAboveTheWorkspaceIsFound() throws {
        #expect(try resolve(["/p/.git": .directory, "/p/w": .directory], roots: ["/p/w"]).repositoryRoot == path("/p"))
        #expect(try resolve(["/w/.git": .file("")]).repositoryRoot == path("/w"))
        #expect(try resolve([:]).repositoryRoot == nil)
    }
}
