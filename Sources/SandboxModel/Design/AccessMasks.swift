/// The exact rights a design grants and denies, as Windows access masks (MS-DTYP 2.4.3).
public struct AccessMasks: Hashable, Sendable {
    /// What the sandbox group gets on a readable root.
    public var readGrant: UInt32
    /// What the sandbox group and the root's capability get on a writable root.
    public var writeGrant: UInt32
    /// What a capability is denied on a protected path.
    public var writeDeny: UInt32
    /// What the sandbox group is denied on a denied path.
    public var readDeny: UInt32

    /// Makes a set of masks.
    ///
    /// - Parameters:
    ///   - readGrant: what the group gets on a readable root.
    ///   - writeGrant: what group and capability get on a writable root.
    ///   - writeDeny: what a capability is denied on a protected path.
    ///   - readDeny: what the group is denied on a denied path.
    public init(readGrant: UInt32, writeGrant: UInt32, writeDeny: UInt32, readDeny: UInt32) {
        self.readGrant = readGrant
        self.writeGrant = writeGrant
        self.writeDeny = writeDeny
        self.readDeny = readDeny
    }

    /// The documented masks: no right to delete a child is granted, or the entry on `.git` could be bypassed from above.
    public static let documented = AccessMasks(
        readGrant: 0x0012_00A9, writeGrant: 0x0013_01BF, writeDeny: 0x4013_0156, readDeny: 0x8012_0089)
}
