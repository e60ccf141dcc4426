internal import WindowsSecurity

/// A part of the system that administrators may change and everybody may look at.
enum SystemObject: String, Hashable, Sendable {
    /// The accounts manager; Windows: `SAM_SERVER`.
    case accounts = "the accounts manager"
    /// The local security policy; Windows: `LSA policy`.
    case policy = "the local security policy"
    /// The policy of the firewall; Windows: `INetFwPolicy2`.
    case firewall = "the firewall policy"
    /// What is offered to others; Windows: the server service.
    case shares = "the shares"
    /// The services; Windows: the services control manager, with the rights of its services.
    case services = "the services"

    /// The right to change it.
    static let change = AccessMask(rawValue: 0x2)
    /// What can be asked for.
    static let type = ObjectType(
        "System",
        mapping: GenericMapping(
            read: AccessMask(rawValue: 0x2_0001), write: AccessMask(rawValue: 0x2_0002),
            execute: AccessMask(rawValue: 0x2_0000), all: AccessMask(rawValue: 0xF_0003)),
        rights: [("SYSTEM_LOOK", AccessMask(rawValue: 0x1)), ("SYSTEM_CHANGE", change)])

    /// Administrators and the system everything, everybody reading.
    var descriptor: SecurityDescriptor { Self.descriptor }

    private static let descriptor = SecurityDescriptor(
        owner: .administrators, group: .localSystem,
        dacl: .list([
            .allow(.genericAll, to: .localSystem), .allow(.genericAll, to: .administrators),
            .allow(.genericRead, to: .everyone),
        ]))
}
