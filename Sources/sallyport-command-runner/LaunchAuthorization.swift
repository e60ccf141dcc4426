import CConfinement

/// Decides whether the caller may have what the request asks for, and as whom the command will run.
enum LaunchAuthorization {
    static func readRequest() throws(LayerFailure) -> LaunchRequest {
        var bytes = confinement_bytes()
        try inForce(confinement_read_request(LaunchRequest.longest, &bytes))
        do throws(WireError) {
            return try LaunchRequest(parsing: copy(bytes))
        } catch {
            throw LayerFailure(CONFINEMENT_REQUEST, error)
        }
    }

    static func authorize(_ request: LaunchRequest) throws(LayerFailure) -> confinement {
        let caller = confinement_identity()
        guard caller.real_user != 0 else {
            throw LayerFailure(
                CONFINEMENT_AUTHORIZATION, error: EPERM, "root does not need, and does not get, a sandbox")
        }
        var result = try gates(of: request)
        result.caller = caller.real_user
        result.caller_group = caller.real_group
        switch request.level {
        case .unelevated:
            guard caller.effective_user == caller.real_user else {
                throw LayerFailure(
                    CONFINEMENT_AUTHORIZATION, error: EPERM, "the installed runner serves only elevated launches")
            }
        case .elevated(let identity):
            guard caller.effective_user == 0 else {
                throw LayerFailure(CONFINEMENT_AUTHORIZATION, error: EPERM, "this runner is not installed setuid root")
            }
            try add(identity, of: caller, to: &result)
        }
        return result
    }

    private static func add(
        _ identity: LaunchRequest.Identity, of caller: confinement_identity, to result: inout confinement
    ) throws(LayerFailure) {
        let registry = try readRegistry()
        guard let block = registry.block(of: caller.real_user) else {
            throw LayerFailure(CONFINEMENT_AUTHORIZATION, error: EPERM, "the caller is not enrolled in the registry")
        }
        let capabilities = [identity.workspaceGroup] + identity.capabilityGroups
        for group in capabilities where !block.capabilities.contains(group) {
            throw LayerFailure(
                CONFINEMENT_AUTHORIZATION, error: EPERM, "a capability group is not of the caller's block")
        }
        guard registry.offline.identifier != caller.real_user, registry.online.identifier != caller.real_user else {
            throw LayerFailure(CONFINEMENT_AUTHORIZATION, error: EPERM, "a sandbox account may not launch")
        }
        let groups = [registry.users.identifier, block.readers] + capabilities
        result.elevated = true
        result.principal = registry.account(identity.principal).identifier
        result.offline_principal = registry.offline.identifier
        result.online_principal = registry.online.identifier
        result.workspace_group = identity.workspaceGroup
        result.group_count = groups.count
        withUnsafeMutableBytes(of: &result.groups) { place in
            groups.withUnsafeBytes { place.copyMemory(from: $0) }
        }
    }

    private static func readRegistry() throws(LayerFailure) -> Registry {
        var bytes = confinement_bytes()
        try inForce(confinement_read_registry(Registry.longest, &bytes))
        do throws(WireError) {
            return try Registry(parsing: copy(bytes))
        } catch {
            throw LayerFailure(CONFINEMENT_REGISTRY, error)
        }
    }

    private static func gates(of request: LaunchRequest) throws(LayerFailure) -> confinement {
        var result = confinement()
        switch request.network {
        case .none: result.network = CONFINEMENT_NETWORK_NONE
        case .firewalled: result.network = CONFINEMENT_NETWORK_FIREWALLED
        case .open: result.network = CONFINEMENT_NETWORK_OPEN
        }
        result.temporary_writable = request.temporary == .writable
        result.accept_abstract_unix_sockets = request.acceptedLosses.contains(.abstractUnixSockets)
        result.timeout_milliseconds = request.timeoutMilliseconds.map(Int64.init) ?? -1
        try append([request.workingDirectory], to: &result.working_directory)
        try append(request.writableRoots, to: &result.writable_roots)
        try append(request.protectedPaths, to: &result.protected_paths)
        try append(request.deniedPaths, to: &result.denied_paths)
        try append(request.readablePaths, to: &result.readable_paths)
        try append(request.arguments, to: &result.arguments)
        try append(request.environment, to: &result.environment)
        return result
    }

    private static func append(_ items: [[UInt8]], to texts: inout confinement_texts) throws(LayerFailure) {
        for item in items { try inForce(confinement_append(&texts, item, item.count)) }
    }

    private static func copy(_ bytes: confinement_bytes) -> [UInt8] {
        [UInt8](UnsafeBufferPointer(start: bytes.start, count: bytes.count))
    }
}
