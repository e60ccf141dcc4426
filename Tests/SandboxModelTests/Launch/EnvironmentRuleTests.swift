import SandboxModel
import Testing

struct EnvironmentRuleTests {
    @Test(arguments: [
        ("AWS_SECRET_ACCESS_KEY", EnvironmentRule.Reason.secret), ("GITHUB_TOKEN", .secret),
        ("npm_config_token", .secret),
        ("DB_PASSWORD", .secret), ("PGPASSWD", .secret), ("Google_Credentials", .secret), ("apikey", .secret),
        ("SSH_AUTH_SOCK", .session), ("SSH_AGENT_PID", .session), ("DBUS_SESSION_BUS_ADDRESS", .session),
        ("XDG_RUNTIME_DIR", .session), ("DISPLAY", .session), ("WAYLAND_DISPLAY", .session), ("XAUTHORITY", .session),
        ("GPG_AGENT_INFO", .session), ("GPG_TTY", .session), ("DOCKER_HOST", .session), ("TMUX", .session),
        ("LD_PRELOAD", .linker), ("LD_LIBRARY_PATH", .linker), ("LD_AUDIT", .linker), ("GLIBC_TUNABLES", .linker),
        ("GIT_DIR", .git), ("GIT_WORK_TREE", .git), ("GIT_INDEX_FILE", .git), ("GIT_SSH_COMMAND", .git),
        ("GIT_CONFIG_COUNT", .git), ("GIT_CONFIG_KEY_0", .git), ("GIT_CONFIG_GLOBAL", .git), ("GIT_EXEC_PATH", .git),
        ("GIT_TRACE", .git), ("SUDO_USER", .caller), ("SUDO_COMMAND", .caller), ("HOME", .caller), ("TMPDIR", .caller),
        ("USER", .caller), ("XDG_CONFIG_HOME", .caller), ("OLDPWD", .caller),
    ])
    func withholds(name: String, reason: EnvironmentRule.Reason) {
        #expect(EnvironmentRule.reasonToWithhold(Array(name.utf8)) == reason)
    }

    @Test(arguments: [
        "PATH", "LANG", "LC_ALL", "TERM", "SHELL", "EDITOR", "CC", "CFLAGS", "MAKEFLAGS", "PYTHONPATH", "NODE_ENV",
        "TZ",
        "GIT_AUTHOR_NAME", "GIT_COMMITTER_EMAIL", "GIT_PAGER", "COLORTERM", "CARGO_HOME", "DISPLAYS", "LDFLAGS", "",
    ])
    func passesOn(name: String) {
        #expect(EnvironmentRule.reasonToWithhold(Array(name.utf8)) == nil)
    }

    @Test func aNameThatIsNotTextIsStillJudged() {
        #expect(EnvironmentRule.reasonToWithhold([0xFF] + Array("_token".utf8)) == .secret)
        #expect(EnvironmentRule.reasonToWithhold([0xFF, 0xFE]) == nil)
    }

    private func resolved(_ roots: [String], repository: String? = nil) throws -> ResolvedPolicy {
        var tree: [String: InventedHost.Node] = ["/w": .directory]
        for root in roots { tree[root] = .directory }
        if let repository { tree[repository + "/.git"] = .directory }
        let policy = SandboxPolicy(
            mode: .workspaceWrite, workspace: path(roots[0]), writableRoots: roots.dropFirst().map(path))
        return try PolicyResolver.resolve(policy, facts: InventedHost(tree))
    }

    private func environment(
        _ caller: [String], _ policy: ResolvedPolicy, _ principal: Principal?
    ) -> [String: String] {
        let entries = EnvironmentRule.environment(
            caller: caller.compactMap { EnvironmentVariable(entry: Array($0.utf8)) }, policy: policy,
            workingDirectory: policy.workspace, principal: principal)
        let pairs = entries.map {
            (String(decoding: $0.name, as: UTF8.self), String(decoding: $0.value, as: UTF8.self))
        }
        return Dictionary(pairs) { first, second in "twice: \(first) \(second)" }
    }

    @Test func thePrincipalGetsItsOwnNameHomeAndTrust() throws {
        let policy = try resolved(["/w/sub", "/x"], repository: "/w")
        let result = environment(
            ["HOME=/home/alice", "USER=alice", "SHELL=/bin/zsh", "X=1", "X=2", "GIT_DIR=/evil", "broken", "=odd"],
            policy, .offline)
        #expect(
            result == [
                "HOME": "/tmp/home", "TMPDIR": "/tmp", "PWD": "/w/sub", "SHELL": "/bin/zsh", "X": "1",
                "USER": "CodexSandboxOffline", "LOGNAME": "CodexSandboxOffline", "GIT_CONFIG_COUNT": "6",
                "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "/w",
                "GIT_CONFIG_KEY_1": "safe.directory", "GIT_CONFIG_VALUE_1": "/w/*",
                "GIT_CONFIG_KEY_2": "safe.directory", "GIT_CONFIG_VALUE_2": "/w/sub",
                "GIT_CONFIG_KEY_3": "safe.directory", "GIT_CONFIG_VALUE_3": "/w/sub/*",
                "GIT_CONFIG_KEY_4": "safe.directory", "GIT_CONFIG_VALUE_4": "/x",
                "GIT_CONFIG_KEY_5": "safe.directory", "GIT_CONFIG_VALUE_5": "/x/*",
            ])
    }

    @Test func theSameUserKeepsTheName() throws {
        let result = environment(["USER=alice", "LOGNAME=alice", "MY_KEY=k"], try resolved(["/w"]), nil)
        #expect(
            result == ["HOME": "/tmp/home", "TMPDIR": "/tmp", "PWD": "/w", "USER": "alice", "LOGNAME": "alice"])
    }

    @Test func valuesAreBytes() throws {
        let policy = try resolved(["/w"])
        let entry: [UInt8] = Array("V=".utf8) + [0xFF, 0x3D, 0x0A]
        let variable = try #require(EnvironmentVariable(entry: entry))
        let result = EnvironmentRule.environment(
            caller: [variable], policy: policy, workingDirectory: policy.workspace, principal: .online)
        #expect(result.first?.entry == entry)
    }
}
