/// A hash table of numbers whose copies share what neither has changed.
///
/// It holds nothing but the numbers of records that lie elsewhere, four bytes each; whoever asks says how a record is
/// hashed and compared.
struct PersistentIndex: Equatable, Sendable {
    /// The number in an empty slot.
    private static let empty = UInt32.max

    private var slots = PersistentArray<UInt32>(repeating: PersistentIndex.empty, count: 128)
    /// The number of records.
    private(set) var count = 0

    /// Finds a record.
    ///
    /// - Parameters:
    ///   - hash: the hash of what is looked for.
    ///   - matches: whether the record with a number is the one.
    /// - Returns: the number of the record.
    @inline(__always)
    func find(_ hash: UInt64, where matches: (UInt32) -> Bool) -> UInt32? {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let record = slots[slot]
            if record == Self.empty { return nil }
            if matches(record) { return record }
            slot = (slot + 1) & mask
        }
    }

    /// Adds a record that is not there yet.
    ///
    /// - Parameters:
    ///   - record: the number of the record.
    ///   - hash: the hash of a record; it is asked again when the table grows.
    mutating func insert(_ record: UInt32, hash: (UInt32) -> UInt64) {
        if (count + 1) * 4 > slots.count * 3 {
            var larger = PersistentIndex()
            larger.slots = PersistentArray(repeating: Self.empty, count: slots.count * 2)
            for present in slots where present != Self.empty { larger.place(present, hash(present)) }
            slots = larger.slots
        }
        place(record, hash(record))
        count += 1
    }

    private mutating func place(_ record: UInt32, _ hash: UInt64) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != Self.empty { slot = (slot + 1) & mask }
        slots[slot] = record
    }

    /// Takes a record out and closes the gap it leaves.
    ///
    /// - Parameters:
    ///   - record: the number of the record; it must be in the table.
    ///   - hash: the hash of a record, as when it was inserted.
    mutating func remove(_ record: UInt32, hash: (UInt32) -> UInt64) {
        let mask = slots.count - 1
        var gap = Int(truncatingIfNeeded: hash(record)) & mask
        while slots[gap] != record {
            guard slots[gap] != Self.empty else { return }
            gap = (gap + 1) & mask
        }
        var next = (gap + 1) & mask
        while slots[next] != Self.empty {
            let home = Int(truncatingIfNeeded: hash(slots[next])) & mask
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
}
