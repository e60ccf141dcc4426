import CConfinement

/// Whoever started this program, and what the registry says of them.
struct Caller {
    /// An elevated caller's group ids, and the accounts.
    struct Enrolment {
        let registry: Registry
        let block: Registry.Block
    }

    /// The real user and group.
    let identity: confinement_identity
    /// Nothing when this program is not setuid: then the command will be the caller.
    let enrolment: Enrolment?

    /// Looks at the identity of this process, and up in the registry what an elevated caller may have.
    ///
    /// - Throws: `LayerFailure` when the caller may not launch anything.
    init() throws(LayerFailure) {
        identity = confinement_identity()
        guard identity.real_user != 0 else {
            throw LayerFailure(
                CONFINEMENT_AUTHORIZATION, error: EPERM, "root does not need, and does not get, a sandbox")
        }
        guard identity.effective_user != identity.real_user else {
            enrolment = nil
            return
        }
        guard identity.effective_user == 0 else {
            throw LayerFailure(CONFINEMENT_AUTHORIZATION, error: EPERM, "this runner is not installed setuid root")
        }
        let registry = try Self.readRegistry()
        guard let block = registry.block(of: identity.real_user) else {
            throw LayerFailure(CONFINEMENT_AUTHORIZATION, error: EPERM, "the caller is not enrolled in the registry")
        }
        guard registry.offline.identifier != identity.real_user, registry.online.identifier != identity.real_user else {
            throw LayerFailure(CONFINEMENT_AUTHORIZATION, error: EPERM, "a sandbox account may not launch")
        }
        enrolment = Enrolment(registry: registry, block: block)
    }

    /// What is to be in force whatever the caller will ask for.
    var confinement: confinement {
        var result = CConfinement.confinement()
        result.caller = identity.real_user
        result.caller_group = identity.real_group
        if let enrolment {
            result.elevated = true
            result.block_first = enrolment.block.first
            result.block_count = enrolment.block.count
            result.offline_principal = enrolment.registry.offline.identifier
            result.online_principal = enrolment.registry.online.identifier
        }
        return result
    }

    private static func readRegistry() throws(LayerFailure) -> Registry {
        var bytes = confinement_bytes()
        try inForce(confinement_read_registry(Registry.longest, &bytes))
        do throws(WireError) {
            return try Registry(parsing: bytes.copy)
        } catch {
            throw LayerFailure(CONFINEMENT_REGISTRY, error)
        }
    }
}
