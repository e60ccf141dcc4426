extension AccessControlList {
    /// The extended attribute of the access list.
    public static let accessAttribute = "system.posix_acl_access"
    /// The extended attribute of the list that new entries of a directory inherit.
    public static let defaultAttribute = "system.posix_acl_default"

    /// Reads the value of `system.posix_acl_access` or `system.posix_acl_default`.
    ///
    /// Linux: `struct posix_acl_xattr_header` and `posix_acl_xattr_entry` in linux/posix_acl_xattr.h, little-endian:
    /// a 32-bit version (2), then eight bytes an entry: tag (16 bits), permissions (16 bits), id (32 bits).
    ///
    /// - Parameter bytes: the value, of any length.
    /// - Throws: `ExtendedAttributeError` with the offset of the first byte that does not fit.
    public init(extendedAttribute bytes: some RandomAccessCollection<UInt8>) throws(ExtendedAttributeError) {
        func byte(_ offset: Int) -> UInt32 { UInt32(bytes[bytes.index(bytes.startIndex, offsetBy: offset)]) }
        func short(_ offset: Int) -> UInt16 { UInt16(truncatingIfNeeded: byte(offset) | byte(offset + 1) << 8) }
        func word(_ offset: Int) -> UInt32 { UInt32(short(offset)) | UInt32(short(offset + 2)) << 16 }
        guard bytes.count >= 4 else { throw ExtendedAttributeError(code: .truncatedHeader, offset: bytes.count) }
        guard word(0) == 2 else { throw ExtendedAttributeError(code: .unknownVersion(word(0)), offset: 0) }
        var entries: [AccessControlEntry] = []
        entries.reserveCapacity(bytes.count / 8)
        var offset = 4
        while offset < bytes.count {
            guard bytes.count - offset >= 8 else {
                throw ExtendedAttributeError(code: .truncatedEntry, offset: offset)
            }
            let id = word(offset + 4)
            let tag: AccessControlTag
            switch short(offset) {
            case 0x01: tag = .owner
            case 0x02: tag = .user(id)
            case 0x04: tag = .owningGroup
            case 0x08: tag = .group(id)
            case 0x10: tag = .mask
            case 0x20: tag = .other
            case let unknown: throw ExtendedAttributeError(code: .unknownTag(unknown), offset: offset)
            }
            let bits = short(offset + 2)
            guard bits <= 7 else {
                throw ExtendedAttributeError(
                    code: .invalid(AccessControlListError(.unknownPermission, tag)), offset: offset + 2)
            }
            entries.append(AccessControlEntry(tag, Permissions(rawValue: UInt8(truncatingIfNeeded: bits))))
            offset += 8
        }
        do throws(AccessControlListError) {
            try self.init(entries: entries)
        } catch {
            throw ExtendedAttributeError(code: .invalid(error), offset: bytes.count)
        }
    }
}
