extension AccessControlList {
    /// The value for `system.posix_acl_access` or `system.posix_acl_default`.
    ///
    /// - Returns: the version and eight bytes an entry, in the order that the kernel requires.
    public func extendedAttribute() -> [UInt8] {
        var bytes: [UInt8] = [2, 0, 0, 0]
        bytes.reserveCapacity(4 + 8 * (4 + namedEntryCount))
        for entry in entries {
            let tag: UInt8
            var id = UInt32.max
            switch entry.tag {
            case .owner: tag = 0x01
            case .user(let user): (tag, id) = (0x02, user)
            case .owningGroup: tag = 0x04
            case .group(let group): (tag, id) = (0x08, group)
            case .mask: tag = 0x10
            case .other: tag = 0x20
            }
            bytes += [tag, 0, entry.permissions.rawValue, 0]
            for shift in [UInt32(0), 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: id >> shift)) }
        }
        return bytes
    }
}
