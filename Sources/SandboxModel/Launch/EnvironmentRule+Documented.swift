/// The documented environment of a command on Windows: the caller's variables, with some added.
extension EnvironmentRule {
    /// What well-behaved programs heed when the network is not to be used; each only where the caller says nothing.
    static let withoutNetwork: [EnvironmentVariable] = {
        let nowhere = "http://127.0.0.1:9"
        let proxies = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "GIT_HTTP_PROXY", "GIT_HTTPS_PROXY"]
        return proxies.map { EnvironmentVariable($0, nowhere) } + [
            EnvironmentVariable("NO_PROXY", "localhost,127.0.0.1,::1"), EnvironmentVariable("PIP_NO_INDEX", "1"),
            EnvironmentVariable("PIP_DISABLE_PIP_VERSION_CHECK", "1"),
            EnvironmentVariable("NPM_CONFIG_OFFLINE", "true"),
            EnvironmentVariable("CARGO_NET_OFFLINE", "true"), EnvironmentVariable("GIT_SSH_COMMAND", "cmd /c exit 1"),
            // The record's spelling; git itself reads GIT_ALLOW_PROTOCOL.
            EnvironmentVariable("GIT_ALLOW_PROTOCOLS", ""),
        ]
    }()

    private static let pagers = [
        EnvironmentVariable("GIT_PAGER", "more.com"), EnvironmentVariable("PAGER", "more.com"),
        EnvironmentVariable("LESS", ""),
    ]

    /// The documented environment.
    ///
    /// - Parameters:
    ///   - caller: the caller's variables.
    ///   - policy: the resolved policy.
    ///   - principal: the account the command runs as, or nothing when it stays the caller.
    ///   - asksForNoNetwork: whether variables are all that keeps the command from the network.
    /// - Returns: the variables, sorted by name without regard to case.
    static func documented(
        caller: [EnvironmentVariable], policy: ResolvedPolicy, principal: Principal?, asksForNoNetwork: Bool
    ) -> [EnvironmentVariable] {
        var result = caller.map { variable in
            variable.value.elementsEqual("/dev/null".utf8)
                ? EnvironmentVariable(String(decoding: variable.name, as: UTF8.self), "NUL") : variable
        }
        func add(_ variable: EnvironmentVariable) {
            guard !result.contains(where: { key($0) == key(variable) }) else { return }
            result.append(variable)
        }
        if asksForNoNetwork {
            result.removeAll { key($0) == "sbx_nonet_active" }
            result.append(EnvironmentVariable("SBX_NONET_ACTIVE", "1"))
            withoutNetwork.forEach(add)
        }
        pagers.forEach(add)
        if principal != nil { safeDirectories(policy).forEach(add) }
        return result.sorted { key($0) < key($1) }
    }

    private static func key(_ variable: EnvironmentVariable) -> String {
        String(decoding: variable.name, as: UTF8.self).lowercased()
    }
}
