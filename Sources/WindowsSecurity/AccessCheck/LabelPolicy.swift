/// What a mandatory label forbids to those below it.
///
/// Windows: the mask of `SYSTEM_MANDATORY_LABEL_ACE`, MS-DTYP 2.4.4.13.
public struct LabelPolicy: OptionSet, Hashable, Sendable {
    /// The bits of the mask.
    public let rawValue: UInt32

    /// Makes a set of its bits.
    ///
    /// - Parameter rawValue: the bits of the mask.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Windows: `SYSTEM_MANDATORY_LABEL_NO_WRITE_UP`, SDDL `NW`.
    public static let noWriteUp = LabelPolicy(rawValue: 1)
    /// Windows: `SYSTEM_MANDATORY_LABEL_NO_READ_UP`, SDDL `NR`.
    public static let noReadUp = LabelPolicy(rawValue: 2)
    /// Windows: `SYSTEM_MANDATORY_LABEL_NO_EXECUTE_UP`, SDDL `NX`.
    public static let noExecuteUp = LabelPolicy(rawValue: 4)

    /// What stays reachable for a token below the label.
    ///
    /// - Parameter mapping: what the generic rights mean for the object.
    /// - Returns: the rights that the label lets through.
    public func limit(_ mapping: GenericMapping) -> AccessMask {
        guard !isDisjoint(with: [.noWriteUp, .noReadUp, .noExecuteUp]) else { return AccessMask(rawValue: .max) }
        var limit: AccessMask = [.synchronize, .readControl]
        limit.formUnion(mapping.read.union(mapping.execute))
        if !contains(.noWriteUp) { limit.formUnion(mapping.all) }
        let read: AccessMask = contains(.noReadUp) ? [] : mapping.read
        let write: AccessMask = contains(.noWriteUp) ? [] : mapping.write
        let execute: AccessMask = contains(.noExecuteUp) ? [] : mapping.execute
        if contains(.noWriteUp) {
            let change: AccessMask = [.delete, .writeDACL, .writeOwner, .accessSystemSecurity]
            limit.subtract(mapping.write.union(change).subtracting(read.union(execute)))
        }
        if contains(.noReadUp) {
            limit.subtract(mapping.read.union(.readControl).subtracting(write.union(execute)))
        }
        if contains(.noExecuteUp) {
            let own = mapping.execute.subtracting(mapping.read).union(.synchronize)
            limit.subtract(own.subtracting(write.union(read)))
        }
        return limit
    }
}
