/// The SIDs that count in one pass of an access check, laid out for fast lookup.
struct Membership: Hashable, Sendable {
    /// How a SID counts.
    enum Standing: Hashable, Sendable {
        /// Not at all.
        case absent
        /// For entries that deny, and for no other; `SE_GROUP_USE_FOR_DENY_ONLY`.
        case denyOnly
        /// For every entry; `SE_GROUP_ENABLED`.
        case enabled
    }

    /// The enabled SIDs, then those that count for denying only.
    let sids: [SID]
    let enabledCount: Int
    /// One bit for each SID, chosen by its header: most strangers are refused without a look at the list.
    let filter: UInt64

    init(enabled: [SID], denyOnly: [SID] = []) {
        sids = enabled + denyOnly
        enabledCount = enabled.count
        filter = sids.reduce(0) { $0 | Self.bit(of: $1) }
    }

    @inline(__always)
    private static func bit(of sid: SID) -> UInt64 {
        1 &<< ((sid.header ^ sid.header &>> 12 ^ sid.header &>> 16) & 63)
    }

    /// How a SID counts here; a SID that stands in both parts counts as enabled.
    @inline(__always)
    func standing(of sid: SID) -> Standing {
        guard filter & Self.bit(of: sid) != 0 else { return .absent }
        let span = sids.span
        for index in span.indices where span[index] == sid { return index < enabledCount ? .enabled : .denyOnly }
        return .absent
    }
}
