import WindowsSecurity

/// A second access check, deliberately naive: each bit on its own, by the first entry that names it.
struct NaiveAccessCheck {
    let descriptor: SecurityDescriptor
    let token: AccessToken
    let mapping: GenericMapping
    private let enabled: [SID]
    private let denied: [SID]
    private let restricting: [SID]

    init(descriptor: SecurityDescriptor, token: AccessToken, mapping: GenericMapping) {
        self.descriptor = descriptor
        self.token = token
        self.mapping = mapping
        let all = [token.user] + token.groups
        enabled = all.filter { $0.isEnabled }.map(\.sid)
        denied = enabled + all.filter { $0.isDenyOnly }.map(\.sid)
        restricting = (token.restrictingSIDs ?? []).map(\.sid)
    }

    /// The same check of another descriptor.
    init(_ other: NaiveAccessCheck, descriptor: SecurityDescriptor) {
        self.descriptor = descriptor
        token = other.token
        mapping = other.mapping
        enabled = other.enabled
        denied = other.denied
        restricting = other.restricting
    }

    func decide(_ desired: UInt32) -> (granted: UInt32, isGranted: Bool) {
        let mapped = map(desired)
        let wanted = mapped & ~AccessMask.maximumAllowed.rawValue
        if wanted & ~limit != 0 { return (0, false) }
        let early = bitsSettledEarly(wanted)
        if mapped & AccessMask.maximumAllowed.rawValue != 0 { return maximum(wanted, early: early) }
        if wanted == 0 { return (0, false) }
        let left = wanted & ~early
        for bit in bits(left) {
            if bit == AccessMask.accessSystemSecurity.rawValue { return (0, false) }
            if !isGranted(bit, by: enabled, denied: denied) { return (0, false) }
            if asksRestricting(left), !isGranted(bit, by: restricting, denied: restricting) { return (0, false) }
        }
        return (wanted, true)
    }

    private func maximum(_ wanted: UInt32, early: UInt32) -> (granted: UInt32, isGranted: Bool) {
        if wanted & ~early & AccessMask.accessSystemSecurity.rawValue != 0 { return (0, false) }
        let owned = ownsObject ? AccessMask([.readControl, .writeDACL]).rawValue : 0
        var granted: UInt32 = 0
        for bit in (0..<32).map({ UInt32(1) << $0 }) {
            let special = AccessMask([.accessSystemSecurity, .maximumAllowed]).rawValue
            guard bit & special == 0 else { continue }
            let unprotected = descriptor.dacl.list == nil
            let first =
                unprotected
                ? mapping.all.rawValue & bit != 0
                : isGranted(bit, by: enabled, denied: denied)
            var second = true
            if token.restrictingSIDs != nil, !token.isWriteRestricted || writes & bit != 0 {
                second =
                    unprotected
                    ? mapping.all.rawValue & bit != 0
                    : isGranted(bit, by: restricting, denied: restricting)
            }
            if (first || owned & bit != 0) && (second || owned & bit != 0) { granted |= bit }
        }
        granted |= wanted & early & ~AccessMask([.readControl, .writeDACL]).rawValue
        granted &= limit
        return wanted & ~granted == 0 && granted != 0 ? (granted, true) : (0, false)
    }

    private func bits(_ mask: UInt32) -> [UInt32] { (0..<32).map { 1 << $0 }.filter { mask & $0 != 0 } }

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

    private func isGranted(_ bit: UInt32, by allowed: [SID], denied: [SID]) -> Bool {
        guard let entries = descriptor.dacl.list?.entries else { return true }
        for entry in entries where !entry.flags.contains(.inheritOnly) && map(entry.mask.rawValue) & bit != 0 {
            let trustee = entry.trustee == .ownerRights ? descriptor.owner ?? .null : entry.trustee
            if entry.type == .accessAllowed || entry.type == .accessAllowedCallback, allowed.contains(trustee) {
                return true
            }
            if entry.type == .accessDenied || entry.type == .accessDeniedCallback, denied.contains(trustee) {
                return false
            }
        }
        return false
    }

    private var ownsObject: Bool {
        guard let owner = descriptor.owner, enabled.contains(owner) else { return false }
        let entries = descriptor.dacl.list?.entries ?? []
        if entries.contains(where: { $0.trustee == .ownerRights && !$0.flags.contains(.inheritOnly) }) { return false }
        return token.restrictingSIDs == nil || restricting.contains(owner)
    }

    private func bitsSettledEarly(_ wanted: UInt32) -> UInt32 {
        var early: UInt32 = 0
        if token.holds(.security) { early |= AccessMask.accessSystemSecurity.rawValue }
        if token.holds(.takeOwnership) || token.holds(.relabel) { early |= AccessMask.writeOwner.rawValue }
        if ownsObject { early |= AccessMask([.readControl, .writeDACL]).rawValue }
        return early & wanted
    }

    /// What a label of no-write-up lets through; the tests of this check use no other label.
    private var limit: UInt32 {
        let label = descriptor.sacl.list?.entries.first { $0.type == .mandatoryLabel }
        let level = label?.trustee.relativeIdentifier ?? 0x2000
        guard token.mandatoryPolicy.contains(.noWriteUp), token.integrityLevel.rawValue < level else { return .max }
        let readable = mapping.read.rawValue | mapping.execute.rawValue
        return (readable | AccessMask([.synchronize, .readControl]).rawValue)
            | (token.holds(.relabel) ? AccessMask.writeOwner.rawValue : 0)
    }
}
