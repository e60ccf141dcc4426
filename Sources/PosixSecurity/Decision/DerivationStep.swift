/// One step on the way to an access decision.
public enum DerivationStep: Hashable, Sendable {
    /// An entry concerned the process and allowed or refused the wanted rights before the mask.
    case entry(AccessControlEntry, wanted: Permissions, allows: Bool)
    /// The mask was applied to the entry that decided.
    case mask(Permissions, wanted: Permissions, allows: Bool)
    /// An empty group digit of the mode made the kernel judge by the mode alone, whatever the named entries say.
    case entriesIgnored
    /// A mount was asked whether it is read-only.
    case mount(readOnly: Bool)
    /// The write gate was asked for rights at a path.
    case writeGate(path: String, wanted: WriteGateRights, allows: Bool)
    /// The sticky bit of a directory was consulted for one of its entries.
    case sticky(allows: Bool)
    /// An operation that only the owner may do.
    case ownership(allows: Bool)
}
