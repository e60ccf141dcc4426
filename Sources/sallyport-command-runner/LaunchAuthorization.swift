import CConfinement

/// Decides whether the caller may have what the request asks for, and as whom the command will run.
enum LaunchAuthorization {
    static func readRequest(wasLate: inout Bool) throws(LayerFailure) -> LaunchRequest {
        var bytes = confinement_bytes()
        try inForce(confinement_read_request(LaunchRequest.longest, &bytes, &wasLate))
        do throws(WireError) {
            return try LaunchRequest(parsing: bytes.copy)
        } catch {
            throw LayerFailure(CONFINEMENT_REQUEST, error)
        }
    }

    static func authorize(
        _ request: LaunchRequest, of caller: Caller, in confinement: inout confinement
    ) throws(LayerFailure) {
        try add(gatesOf: request, to: &confinement)
        switch (request.level, caller.enrolment) {
        case (.unelevated, nil): return
        case (.unelevated, _):
            throw LayerFailure(
                CONFINEMENT_AUTHORIZATION, error: EPERM, "the installed runner serves only elevated launches")
        case (.elevated, nil):
            throw LayerFailure(CONFINEMENT_AUTHORIZATION, error: EPERM, "this runner is not installed setuid root")
        case (.elevated(let identity), let enrolment?):
            try add(identity, of: enrolment, to: &confinement)
        }
    }

    private static func add(
        _ identity: LaunchRequest.Identity, of enrolment: Caller.Enrolment, to confinement: inout confinement
    ) throws(LayerFailure) {
        let registry = enrolment.registry
        let capabilities = [identity.workspaceGroup] + identity.capabilityGroups
        for group in capabilities where !enrolment.block.capabilities.contains(group) {
            throw LayerFailure(
                CONFINEMENT_AUTHORIZATION, error: EPERM, "a capability group is not of the caller's block")
        }
        let groups = [registry.users.identifier, enrolment.block.readers] + capabilities
        confinement.principal = registry.account(identity.principal).identifier
        confinement.workspace_group = identity.workspaceGroup
        confinement.group_count = groups.count
        withUnsafeMutableBytes(of: &confinement.groups) { place in
            groups.withUnsafeBytes { place.copyMemory(from: $0) }
        }
    }

    private static func add(gatesOf request: LaunchRequest, to result: inout confinement) throws(LayerFailure) {
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
    }

    private static func append(_ items: [[UInt8]], to texts: inout confinement_texts) throws(LayerFailure) {
        for item in items { try inForce(confinement_append(&texts, item, item.count)) }
    }
}

extension confinement_bytes {
    /// The bytes as a value.
    var copy: [UInt8] { [UInt8](UnsafeBufferPointer(start: start, count: count)) }
}
