/// A hash table of numbers whose copies share what neither has changed.
///
/// It holds the numbers of records that lie elsewhere, each beside 32 bits of its hash: so a search looks at hardly any
/// record but the right one, and the table grows without looking at any.
struct PersistentIndex: Equatable, Sendable {
    /// An empty slot: no record has its number.
    private static let empty = UInt64.max

    /// A record in the upper half of each slot, its hash in the lower.
    private var slots = PersistentArray<UInt64>(repeating: PersistentIndex.empty, count: 128)
    /// The number of records.
    private(set) var count = 0

    /// Finds a record.
    ///
    /// - Parameters:
    ///   - hash: the hash of what is looked for.
    ///   - matches: whether the record with a number is the one.
    /// - Returns: the number of the record.
    @inline(__always)
    func find(_ hash: UInt32, where matches: (UInt32) -> Bool) -> UInt32? {
        let mask = slots.count - 1
        var place = Int(hash) & mask
        while true {
            let slot = slots[place]
            if slot == Self.empty { return nil }
            if Self.hash(slot) == hash, matches(Self.record(slot)) { return Self.record(slot) }
            place = (place + 1) & mask
        }
    }

    /// Adds a record that is not there yet.
    ///
    /// - Parameters:
    ///   - record: the number of the record.
    ///   - hash: the hash of the record.
    mutating func insert(_ record: UInt32, hash: UInt32) {
        if (count + 1) * 4 > slots.count * 3 {
            var larger = PersistentIndex()
            larger.slots = PersistentArray(repeating: Self.empty, count: slots.count * 2)
            for slot in slots where slot != Self.empty { larger.place(slot) }
            slots = larger.slots
        }
        place(UInt64(record) << 32 | UInt64(hash))
        count += 1
    }

    private mutating func place(_ slot: UInt64) {
        let mask = slots.count - 1
        var place = Int(Self.hash(slot)) & mask
        while slots[place] != Self.empty { place = (place + 1) & mask }
        slots[place] = slot
    }

    /// Takes a record out and closes the gap it leaves.
    ///
    /// - Parameters:
    ///   - record: the number of the record.
    ///   - hash: the hash of the record, as when it was inserted.
    mutating func remove(_ record: UInt32, hash: UInt32) {
        let mask = slots.count - 1
        var gap = Int(hash) & mask
        while Self.record(slots[gap]) != record {
            guard slots[gap] != Self.empty else { return }
            gap = (gap + 1) & mask
        }
        var next = (gap + 1) & mask
        while slots[next] != Self.empty {
            let home = Int(Self.hash(slots[next])) & mask
            // A record may fill the gap if the gap lies between its home and its place.
            if (next - home) & mask >= (next - gap) & mask {
                slots[gap] = slots[next]
                gap = next
            }
            next = (next + 1) & mask
        }
        slots[gap] = Self.empty
        count -= 1
    }

    private static func record(_ slot: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: slot >> 32) }

    private static func hash(_ slot: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: slot) }
}
