import SandboxModel
import Testing

struct NestedTrailTests {
    /// A working tree at `/w/a`, whose `.git` is what the argument says; its repository is to lie in `/w/store`.
    private func trail(_ tree: [String: InventedHost.Node], roots: [String] = ["/w"], of name: String = "/w/a/.git")
        -> [String]
    {
        let repository: [String: InventedHost.Node] = ["/w/store/HEAD": .file(""), "/w/store/refs": .directory]
        let host = InventedHost(tree.merging(repository, uniquingKeysWith: { mine, _ in mine }))
        return NestedTrail(of: path(name), roots: roots.map(path), facts: host).paths.map(\.text)
    }

    @Test func aDirectoryLeadsNowhere() {
        #expect(trail(["/w/a/.git/HEAD": .file(""), "/w/a/.git/refs": .directory]).isEmpty)
    }

    @Test(arguments: ["gitdir: ../store\n", "gitdir: /w/store"]) func aPointerLeadsToItsRepository(_ text: String) {
        #expect(trail(["/w/a/.git": .file(text)]) == ["/w/store"])
    }

    /// As git reads it: the second blank is a part of the name.
    @Test func blanksBelongToThePath() {
        let repository: [String: InventedHost.Node] = ["/w/ store/HEAD": .file(""), "/w/ store/refs": .directory]
        #expect(trail(["/w/.git": .file("gitdir:  store")].merging(repository) { $1 }, of: "/w/.git") == ["/w/ store"])
    }

    @Test func aLinkLeadsToItsRepository() {
        #expect(trail(["/w/a/.git": .link("../store")]) == ["/w/store"])
        #expect(
            trail(["/w/a/.git": .link("../pointer"), "/w/pointer": .file("gitdir: ../store")]) == [
                "/w/pointer", "/w/store",
            ])
    }

    @Test func whatWorktreesShareIsPartOfIt() {
        #expect(
            trail([
                "/w/a/.git": .file("gitdir: ../store/worktrees/a"), "/w/store/worktrees/a/HEAD": .file(""),
                "/w/store/worktrees/a/commondir": .file("../.."),
            ]) == ["/w/store/worktrees/a", "/w/store"])
    }

    /// Whoever could turn a link on the way would lead the user's git elsewhere.
    @Test func linksOnTheWayAreKept() {
        #expect(
            trail([
                "/w/a/.git": .file("gitdir: ../way/next"), "/w/way": .link("around"),
                "/w/around/next": .link("/w/store"),
            ]) == ["/w/way", "/w/around/next", "/w/store"])
        #expect(trail(["/w/a/.git": .link("b"), "/w/a/b": .link(".git")]) == ["/w/a/b"])
    }

    /// An earlier command may have laid it, and must not close the user's directories with it.
    @Test func aPointerToNoRepositoryClosesNothing() {
        for text in ["gitdir: ../src", "gitdir: ..", "gitdir: /w", "gitdir: /", "gitdir: ../none", "nonsense", ""] {
            #expect(trail(["/w/a/.git": .file(text), "/w/src/x": .file("")]).isEmpty, "\(text)")
        }
        #expect(trail(["/w/a/.git": .link("../src"), "/w/src/x": .file("")]).isEmpty)
    }

    @Test func whatLiesOutsideOrEnclosesARootIsNoPartOfIt() {
        #expect(trail(["/w/a/.git": .file("gitdir: ../store")], roots: ["/w/a"]).isEmpty)
        #expect(trail(["/w/a/.git": .file("gitdir: ../store")], roots: ["/w", "/w/store/x"]).isEmpty)
    }

    @Test func settingsOfAgentsMayBeLinksToo() {
        #expect(
            trail(["/w/a/.codex": .link("../settings"), "/w/settings/x": .file("")], of: "/w/a/.codex") == [
                "/w/settings"
            ])
    }
}
