/// The identifiers that are computed from a name.
extension SID {
    private static let legacyCapabilities = [
        "internetclient", "internetclientserver", "privatenetworkclientserver", "pictureslibrary", "videoslibrary",
        "musiclibrary", "documentslibrary", "enterpriseauthentication", "sharedusercertificates", "removablestorage",
        "appointments", "contacts",
    ]

    /// The SID of an application package, `S-1-15-2-` and seven parts.
    ///
    /// Windows: `DeriveAppContainerSidFromAppContainerName`.
    ///
    /// - Parameter moniker: the family name of the package; case does not matter.
    /// - Returns: the package SID.
    public static func package(_ moniker: String) -> SID {
        derived(authority: 15, prefix: [2], digest: SHA256.digest(of: utf16(moniker.lowercased())), parts: 7)
    }

    /// The SID of a service, `S-1-5-80-` and five parts.
    ///
    /// Windows: `RtlCreateServiceSid`.
    ///
    /// - Parameter name: the name of the service; case does not matter.
    /// - Returns: the service SID.
    public static func service(_ name: String) -> SID {
        derived(authority: 5, prefix: [80], digest: SHA1.digest(of: utf16(name.uppercased())), parts: 5)
    }

    /// The SID of a capability: `S-1-15-3-N` for the twelve old names, else `S-1-15-3-1024-` and eight parts.
    ///
    /// Windows: `DeriveCapabilitySidsFromName`.
    ///
    /// - Parameter name: the name of the capability; case does not matter.
    /// - Returns: the capability SID.
    public static func capability(_ name: String) -> SID {
        if let index = legacyCapabilities.firstIndex(of: name.lowercased()) {
            return SID(15, 3, UInt32(truncatingIfNeeded: index + 1))
        }
        return derived(
            authority: 15, prefix: [3, 1024], digest: SHA256.digest(of: utf16(name.uppercased())), parts: 8)
    }

    /// The SID of the group that stands for a capability, `S-1-5-32-` and eight parts.
    ///
    /// Windows: `DeriveCapabilitySidsFromName`, the group list.
    ///
    /// - Parameter name: the name of the capability; case does not matter.
    /// - Returns: the group SID.
    public static func capabilityGroup(_ name: String) -> SID {
        derived(authority: 5, prefix: [32], digest: SHA256.digest(of: utf16(name.uppercased())), parts: 8)
    }

    private static func utf16(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for unit in text.utf16 { bytes.appendLittleEndian(unit) }
        return bytes
    }

    private static func derived(authority: UInt64, prefix: [UInt32], digest: [UInt8], parts: Int) -> SID {
        var storage = InlineArray<15, UInt32>(repeating: 0)
        for (index, part) in prefix.enumerated() { storage[index] = part }
        for index in 0..<parts { storage[prefix.count + index] = digest.littleEndian32(at: index * 4) }
        return SID(authority: authority, storage: storage, count: prefix.count + parts)
    }
}
