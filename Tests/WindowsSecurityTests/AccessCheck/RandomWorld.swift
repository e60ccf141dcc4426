import WindowsSecurity

/// Worlds drawn by a fixed generator, with every kind of entry, token and request; a failure names its round.
struct RandomWorld {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[next(values.count)] }

    private static let masks: [AccessMask] = [
        .fileReadData, .fileWriteData, .genericRead, .genericWrite, .genericExecute, .genericAll, .fileModify, .delete,
        .writeDACL, .writeOwner, [.readControl, .fileDeleteChild], .fileAll, .accessSystemSecurity, .maximumAllowed, [],
        [.synchronize, .fileExecute], AccessMask(rawValue: 0x00E0_FE00),
    ]

    private static let requests: [AccessMask] = [
        .fileReadData, .fileWriteData, .genericRead, .genericWrite, .genericAll, .maximumAllowed,
        [.maximumAllowed, .writeOwner], [.maximumAllowed, .fileWriteData], .fileModify, [.readControl, .writeDACL],
        .accessSystemSecurity, [.writeOwner, .fileReadData], .delete, .fileDeleteChild, [],
        [.maximumAllowed, .accessSystemSecurity], AccessMask(rawValue: 0x0020_0200),
    ]

    mutating func entry() -> ACE {
        let kinds = World.kinds
        let kind = next(4) == 0 ? pick(kinds) : kinds[next(3) == 0 ? 1 : 0]
        var flags: EntryFlags = []
        if next(8) == 0 { flags.insert(.inheritOnly) }
        if next(4) == 0 { flags.formUnion([.inherited, .containerInherit]) }
        let trustee = next(3) == 0 ? pick([World.user, .everyone]) : pick(World.trustees)
        return ACE(
            kind.type, flags: flags, mask: next(3) == 0 ? .fileAll : pick(Self.masks), trustee: trustee,
            detail: kind.detail)
    }

    mutating func token() -> AccessToken {
        var token = next(3) == 0 ? World.plain : pick(World.tokens)
        if next(8) == 0 {
            token.appContainer = AppContainer(
                package: World.package, capabilities: [TokenGroup(World.capability, pick([.enabled, []]))],
                isLessPrivileged: next(2) == 0)
            token.integrityLevel = .low
        }
        if next(5) == 0 { token.integrityLevel = pick([.untrusted, .low, .mediumPlus, .high, .system]) }
        if next(10) == 0 { token.mandatoryPolicy = [] }
        if next(3) == 0 {
            token.privileges = PrivilegeSet([pick([.security, .takeOwnership, .relabel, .backup])])
            token.enabledPrivileges = next(3) == 0 ? [] : token.privileges
        }
        if next(6) == 0 { token.groups.append(TokenGroup(World.stranger, [])) }
        return token
    }

    mutating func descriptor() -> SecurityDescriptor {
        let entries = (0..<1 + next(6)).map { _ in entry() }
        var descriptor = World.descriptor(
            entries, owner: pick([World.user, World.user, .localSystem, World.synthetic, World.denyOnly]))
        switch next(12) {
        case 0: descriptor.dacl = .null
        case 1: descriptor.dacl = .absent
        default: break
        }
        if next(5) == 0 {
            let level: IntegrityLevel = pick([.untrusted, .low, .medium, .mediumPlus, .high, .system])
            let policy = AccessMask(rawValue: UInt32(next(8)))
            let flags: EntryFlags = next(6) == 0 ? .inheritOnly : []
            descriptor.sacl = .list([
                ACE(.systemAudit, flags: .auditSuccess, mask: .fileAll, trustee: .everyone),
                ACE(.mandatoryLabel, flags: flags, mask: policy, trustee: level.sid),
                ACE(.mandatoryLabel, mask: AccessMask(rawValue: 1), trustee: IntegrityLevel.system.sid),
            ])
        }
        return descriptor
    }

    mutating func next() -> (SecurityDescriptor, AccessToken, AccessRequest) {
        var request = AccessRequest(
            pick(Self.requests), mapping: pick([World.mapping, World.mapping, ObjectType.key.mapping]))
        if next(3) == 0 { request.principalSelf = pick([World.user, World.stranger, World.synthetic]) }
        return (descriptor(), token(), request)
    }
}
