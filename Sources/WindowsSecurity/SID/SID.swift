/// A security identifier: the name by which Windows knows a user, a group, a session or a capability.
///
/// The sub-authorities are stored inline, so making, copying and comparing a SID never allocates.
/// Windows: `SID` in winnt.h, MS-DTYP 2.4.2.
public struct SID: Sendable {
    /// The largest number of sub-authorities; Windows: `SID_MAX_SUB_AUTHORITIES`.
    public static let maximumSubAuthorityCount = 15

    /// Authority in the upper 48 bits, then 4 bits of count and 12 bits of a digest of the sub-authorities,
    /// so that nearly every comparison of different SIDs ends after one word.
    @usableFromInline let header: UInt64
    /// The sub-authorities, zero beyond the count.
    @usableFromInline let storage: InlineArray<15, UInt32>

    /// Makes a SID, or nothing when the authority exceeds 48 bits or there are more than fifteen sub-authorities.
    ///
    /// - Parameters:
    ///   - identifierAuthority: a 48-bit number.
    ///   - subAuthorities: zero to fifteen 32-bit numbers.
    public init?(identifierAuthority: UInt64, subAuthorities: [UInt32]) {
        guard identifierAuthority < 1 << 48, subAuthorities.count <= Self.maximumSubAuthorityCount else { return nil }
        var storage = InlineArray<15, UInt32>(repeating: 0)
        for index in subAuthorities.indices { storage[index] = subAuthorities[index] }
        self.init(authority: identifierAuthority, storage: storage, count: subAuthorities.count)
    }

    /// Makes a SID of parts that are known to be in range.
    @inline(__always)
    init(authority: UInt64, storage: InlineArray<15, UInt32>, count: Int) {
        var digest: UInt32 = 0
        for index in 0..<count { digest = (digest ^ storage[index]) &* 0x9E37_79B1 }
        self.header = authority << 16 | UInt64(truncatingIfNeeded: count) << 12 | UInt64(digest >> 20)
        self.storage = storage
    }

    /// Makes a SID with one sub-authority.
    init(_ authority: UInt64, _ first: UInt32) {
        var storage = InlineArray<15, UInt32>(repeating: 0)
        storage[0] = first
        self.init(authority: authority, storage: storage, count: 1)
    }

    /// Makes a SID with two sub-authorities.
    init(_ authority: UInt64, _ first: UInt32, _ second: UInt32) {
        var storage = InlineArray<15, UInt32>(repeating: 0)
        storage[0] = first
        storage[1] = second
        self.init(authority: authority, storage: storage, count: 2)
    }

    /// The 48-bit identifier authority; 5 is the NT authority.
    public var identifierAuthority: UInt64 { header >> 16 }

    /// The number of sub-authorities, zero to fifteen.
    public var subAuthorityCount: Int { Int(truncatingIfNeeded: header >> 12 & 0xF) }

    /// The sub-authorities, in order; the last one is the relative identifier.
    public var subAuthorities: [UInt32] { (0..<subAuthorityCount).map { storage[$0] } }

    /// The sub-authority at an index below ``subAuthorityCount``, or nothing.
    ///
    /// - Parameter index: zero for the first sub-authority.
    /// - Returns: the sub-authority, or nothing beyond the last one.
    public func subAuthority(_ index: Int) -> UInt32? {
        index >= 0 && index < subAuthorityCount ? storage[index] : nil
    }

    /// The last sub-authority (RID), which tells apart the accounts of one domain.
    public var relativeIdentifier: UInt32? { subAuthority(subAuthorityCount - 1) }

    /// The SID without its relative identifier: the domain of an account.
    public var domain: SID? {
        guard subAuthorityCount > 0 else { return nil }
        var shorter = storage
        shorter[subAuthorityCount - 1] = 0
        return SID(authority: identifierAuthority, storage: shorter, count: subAuthorityCount - 1)
    }

    /// The SID with one more sub-authority, or nothing when it is full.
    ///
    /// - Parameter relativeIdentifier: the sub-authority to add, for example 500 for the administrator of a domain.
    /// - Returns: the longer SID, or nothing.
    public func appending(_ relativeIdentifier: UInt32) -> SID? {
        let count = subAuthorityCount
        guard count < Self.maximumSubAuthorityCount else { return nil }
        var longer = storage
        longer[count] = relativeIdentifier
        return SID(authority: identifierAuthority, storage: longer, count: count + 1)
    }

    /// Whether the first sub-authorities and the authority are those of another SID.
    ///
    /// - Parameter prefix: the shorter SID.
    /// - Returns: true also for the SID itself.
    public func hasPrefix(_ prefix: SID) -> Bool {
        guard identifierAuthority == prefix.identifierAuthority, prefix.subAuthorityCount <= subAuthorityCount else {
            return false
        }
        for index in 0..<prefix.subAuthorityCount where storage[index] != prefix.storage[index] { return false }
        return true
    }
}

extension SID: Hashable {
    /// Whether two SIDs are the same, part by part; Windows: `EqualSid`.
    @inlinable
    public static func == (left: SID, right: SID) -> Bool {
        guard left.header == right.header else { return false }
        var index = Int(truncatingIfNeeded: left.header >> 12 & 0xF)
        while index > 0 {
            index -= 1
            if left.storage[index] != right.storage[index] { return false }
        }
        return true
    }

    /// Feeds the parts that ``==(_:_:)`` compares into a hasher.
    ///
    /// - Parameter hasher: what takes them.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(header)
        for index in 0..<subAuthorityCount { hasher.combine(storage[index]) }
    }
}

extension SID: Comparable {
    /// Orders SIDs by authority, then by sub-authorities, a prefix before the longer SID.
    public static func < (left: SID, right: SID) -> Bool {
        if left.identifierAuthority != right.identifierAuthority {
            return left.identifierAuthority < right.identifierAuthority
        }
        for index in 0..<min(left.subAuthorityCount, right.subAuthorityCount)
        where left.storage[index] != right.storage[index] {
            return left.storage[index] < right.storage[index]
        }
        return left.subAuthorityCount < right.subAuthorityCount
    }
}
