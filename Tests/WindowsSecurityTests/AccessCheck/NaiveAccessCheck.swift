import WindowsSecurity

/// A second access check, deliberately naive: each bit on its own, by the first entry that names it.
///
/// It is written from the numbered rules and shares no function with the model: no membership, no walk, no label policy, no
/// write set.
struct NaiveAccessCheck {
    let descriptor: SecurityDescriptor
    let token: AccessToken
    let mapping: GenericMapping
    var principalSelf: SID?
    let limit: NaiveLabel
    private let enabled: Set<SID>
    private let denied: Set<SID>
    private let restricting: Set<SID>
    private let packages: Set<SID>

    init(descriptor: SecurityDescriptor, token: AccessToken, mapping: GenericMapping, principalSelf: SID? = nil) {
        self.descriptor = descriptor
        self.token = token
        self.mapping = mapping
        self.principalSelf = principalSelf
        let off: GroupAttributes = .useForDenyOnly
        let on = token.groups.filter { $0.attributes.contains(.enabled) && !$0.attributes.contains(off) }.map(\.sid)
        let user = token.user.attributes.contains(off) ? [] : [token.user.sid]
        enabled = Set(user + on)
        denied = enabled.union(([token.user] + token.groups).filter { $0.attributes.contains(off) }.map(\.sid))
        restricting = Set((token.restrictingSIDs ?? []).map(\.sid))
        if let container = token.appContainer {
            let every = SID("S-1-15-2-\(container.isLessPrivileged ? 2 : 1)") ?? .null
            let held = container.capabilities.filter { $0.attributes.contains(.enabled) }.map(\.sid)
            packages = Set([container.package, every] + held)
        } else {
            packages = []
        }
        limit = NaiveLabel(descriptor: descriptor, token: token, mapping: mapping)
    }

    /// The same check of other entries and another owner.
    init(_ other: NaiveAccessCheck, descriptor: SecurityDescriptor) {
        self.descriptor = descriptor
        (token, mapping, principalSelf, limit) = (other.token, other.mapping, other.principalSelf, other.limit)
        (enabled, denied, restricting, packages) = (other.enabled, other.denied, other.restricting, other.packages)
    }

    func decide(_ desired: UInt32) -> (granted: UInt32, isGranted: Bool) {
        let mapped = map(desired)
        let wanted = mapped & ~Self.maximum
        if Self.bits(wanted).contains(where: { !limit.lets($0) }) { return (0, false) }
        let early = settledEarly(wanted)
        if wanted & ~early & Self.systemSecurity != 0 { return (0, false) }
        if mapped & Self.maximum != 0 { return everything(wanted, early: early) }
        if wanted == 0 { return (0, false) }
        let left = wanted & ~early
        for bit in Self.bits(left) {
            if !isGranted(bit, by: enabled, denied: denied) { return (0, false) }
            if asksRestricting(left), !isGranted(bit, by: restricting, denied: restricting) { return (0, false) }
        }
        if token.appContainer != nil {
            if hasNoList { return (0, false) }
            for bit in Self.bits(wanted) where !isGrantedToPackage(bit) { return (0, false) }
        }
        return (wanted, true)
    }

    private static let ownerRights = SID("S-1-3-4") ?? .null
    private static let selfSID = SID("S-1-5-10") ?? .null
    private static let maximum: UInt32 = 0x0200_0000
    private static let systemSecurity: UInt32 = 0x0100_0000
    private static let ownersBits: UInt32 = 0x0006_0000

    static func bits(_ mask: UInt32) -> [UInt32] { (0..<32).map { 1 << $0 }.filter { mask & $0 != 0 } }

    /// `MAXIMUM_ALLOWED`, step 10 of `docs/windows-model.md`.
    private func everything(_ wanted: UInt32, early: UInt32) -> (granted: UInt32, isGranted: Bool) {
        let privileged = early & ~Self.ownersBits
        let owned = ownsObject ? Self.ownersBits : 0
        var granted: UInt32 = 0
        for bit in Self.bits(~(Self.maximum | Self.systemSecurity)) {
            let isOwned = owned & bit != 0
            if !isOwned, !isHad(bit, by: enabled, denied: denied) { continue }
            if token.restrictingSIDs != nil, !token.isWriteRestricted || writes & bit != 0, !isOwned,
                !isHad(bit, by: restricting, denied: restricting)
            {
                continue
            }
            granted |= bit
        }
        if token.appContainer == nil {
            granted |= privileged
        } else {
            granted = hasNoList ? 0 : Self.bits(granted | privileged).filter(isGrantedToPackage).reduce(0, |)
        }
        granted = Self.bits(granted).filter(limit.lets).reduce(0, |)
        return wanted & ~granted == 0 && granted != 0 ? (granted, true) : (0, false)
    }

    /// Without a list everything of the type can be had, and a package gets nothing.
    private func isHad(_ bit: UInt32, by allowed: Set<SID>, denied: Set<SID>) -> Bool {
        guard hasNoList else { return isGranted(bit, by: allowed, denied: denied) }
        return token.appContainer == nil && mapping.all.rawValue & bit != 0
    }

    private var hasNoList: Bool { if case .list = descriptor.dacl { false } else { true } }

    private func map(_ mask: UInt32) -> UInt32 {
        var result = mask & 0x0FFF_FFFF
        if mask & 0x8000_0000 != 0 { result |= mapping.read.rawValue }
        if mask & 0x4000_0000 != 0 { result |= mapping.write.rawValue }
        if mask & 0x2000_0000 != 0 { result |= mapping.execute.rawValue }
        if mask & 0x1000_0000 != 0 { result |= mapping.all.rawValue }
        return result
    }

    /// DELETE, WRITE_DAC, WRITE_OWNER, ACCESS_SYSTEM_SECURITY, and what only GENERIC_WRITE has.
    private var writes: UInt32 {
        0x010D_0000 | mapping.write.rawValue & ~mapping.read.rawValue & ~mapping.execute.rawValue
    }

    private func asksRestricting(_ left: UInt32) -> Bool {
        guard token.restrictingSIDs != nil else { return false }
        return !token.isWriteRestricted || left & writes != 0
    }

    private func meant(_ trustee: SID) -> SID? {
        trustee == Self.ownerRights ? descriptor.owner : trustee == Self.selfSID ? principalSelf : trustee
    }

    /// Whether an entry speaks, by the table of types: what it does, and for which results of its condition.
    private func speaks(_ entry: ACE) -> (allows: Bool, denies: Bool) {
        if entry.flags.rawValue & 0x08 != 0 { return (false, false) }
        // Typed entries speak about a node of a list, and there is none here.
        if entry.objectTypes?.objectType != nil { return (false, false) }
        let condition = World.conditions[entry.applicationData]
        switch entry.type.rawValue {
        case 0x00, 0x05: return (true, false)
        case 0x01, 0x06: return (false, true)
        case 0x09, 0x0B: return (condition == .true, false)
        case 0x0A, 0x0C: return (false, condition != .false)
        default: return (false, false)
        }
    }

    private func isGranted(_ bit: UInt32, by allowed: Set<SID>, denied: Set<SID>) -> Bool {
        guard let entries = descriptor.dacl.list?.entries else { return true }
        for entry in entries where map(entry.mask.rawValue) & bit != 0 {
            guard let trustee = meant(entry.trustee) else { continue }
            let (allows, denies) = speaks(entry)
            if allows, allowed.contains(trustee) { return true }
            if denies, denied.contains(trustee) { return false }
        }
        return false
    }

    /// An allowing entry for the package, a capability or every package, which is spent on no normal SID.
    private func isGrantedToPackage(_ bit: UInt32) -> Bool {
        (descriptor.dacl.list?.entries ?? []).contains { entry in
            guard map(entry.mask.rawValue) & bit != 0, speaks(entry).allows, let trustee = meant(entry.trustee) else {
                return false
            }
            return packages.contains(trustee) && !enabled.contains(trustee)
        }
    }

    private var ownsObject: Bool {
        guard let owner = descriptor.owner, enabled.contains(owner) else { return false }
        let entries = descriptor.dacl.list?.entries ?? []
        if entries.contains(where: { $0.trustee == Self.ownerRights && $0.flags.rawValue & 0x08 == 0 }) {
            return false
        }
        return token.restrictingSIDs == nil || restricting.contains(owner)
    }

    private func settledEarly(_ wanted: UInt32) -> UInt32 {
        let enabled = token.privileges.intersection(token.enabledPrivileges).privileges.map(\.name)
        var early: UInt32 = 0
        if enabled.contains("SeSecurityPrivilege") { early |= Self.systemSecurity }
        if enabled.contains("SeTakeOwnershipPrivilege") || enabled.contains("SeRelabelPrivilege") {
            early |= 0x0008_0000
        }
        if ownsObject { early |= Self.ownersBits }
        return early & wanted
    }
}
