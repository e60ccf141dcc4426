/// One step of an access check: what was looked at, what it settled, what is still wanted.
///
/// Windows: one turn of `EvaluateTokenAgainstDescriptor`, MS-DTYP 2.5.3.2; what is still wanted is its `RemainingAccess`.
public struct AccessStep: Hashable, Sendable {
    /// Which of the walks a step belongs to.
    public enum Pass: String, Hashable, Sendable, CaseIterable {
        /// What is settled before any walk: label, privileges, owner.
        case before
        /// The walk with the user and the groups.
        case ordinary
        /// The walk with the package and its capabilities.
        case package
        /// The walk with the restricting SIDs.
        case restricted
    }

    /// What happened.
    public enum Kind: Hashable, Sendable {
        /// The generic rights were replaced; `bits` are the rights asked for by name.
        case wants(maximum: Bool)
        /// The label limits what can be had to `bits`.
        case labelLimits(token: IntegrityLevel, object: IntegrityLevel)
        /// The label refuses `bits`.
        case labelRefuses
        /// A privilege grants `bits`.
        case privilegeGrants(Privilege)
        /// The owner gets `bits` without a look at the list.
        case ownerGrants
        /// The owner gets nothing in advance, for an entry speaks about OWNER RIGHTS.
        case ownerRightsEntrySpeaks
        /// The owner gets nothing in advance, for it is not among the restricting SIDs.
        case ownerIsNotRestricting
        /// Nothing is left, so no list is consulted.
        case nothingLeft
        /// `bits` would need a privilege that is not held.
        case privilegeMissing(Privilege)
        /// A walk begins.
        case passBegins
        /// A walk is skipped: nothing that is left is a write right.
        case passSkipped
        /// There is no list, which grants `bits`.
        case unprotected
        /// There is no list, which grants an application container nothing.
        case unprotectedGrantsNoPackage
        /// An entry grants `bits`.
        case entryAllows
        /// An entry denies `bits`.
        case entryDenies
        /// A walk ends; `bits` are what it has granted.
        case passEnds
        /// The arguments are refused.
        case argumentRefused
        /// The check ends; `bits` are granted.
        case verdict(AccessStatus)
    }

    /// What happened.
    public let kind: Kind
    /// The walk it belongs to.
    public let pass: Pass
    /// The index of the entry in the DACL, when an entry was read.
    public let entryIndex: Int?
    /// The bits that the step settled.
    public let bits: AccessMask
    /// The bits that are still wanted after the step.
    public let remaining: AccessMask
}
