/// Every name that files have, each stored once.
///
/// A name has a number for its exact form and a number for all forms that differ in case only, so that finding a file in
/// its directory compares numbers.
struct NameTable: Equatable, Sendable {
    private struct Entry: Equatable, Sendable {
        /// Where the bytes begin.
        let offset: UInt32
        /// The number of the first form of this name.
        let key: UInt32
        /// The number of bytes, at most 765.
        let length: UInt16
    }

    private var bytes = PersistentArray<UInt8>()
    private var entries = PersistentArray<Entry>()
    private var index = PersistentIndex()

    /// The number of the form that stands for a name, or nothing when no file was ever called so.
    ///
    /// - Parameter name: UTF-8.
    /// - Returns: the number all forms share.
    func key(of name: [UInt8]) -> UInt32? {
        index.find(CaseFolding.hash(name)) { isForm($0, of: name) }.map { entries[Int($0)].key }
    }

    /// Whether a stored name and another one differ in case at most; ASCII is compared where it lies.
    private func isForm(_ number: UInt32, of name: [UInt8]) -> Bool {
        let entry = entries[Int(number)]
        let offset = Int(entry.offset)
        guard Int(entry.length) == name.count else { return CaseFolding.areEqual(self[number], name) }
        for index in name.indices {
            let (stored, wanted) = (bytes[offset + index], name[index])
            if stored == wanted { continue }
            if stored | wanted >= 0x80 { return CaseFolding.areEqual(self[number], name) }
            guard CaseFolding.foldASCII(stored) == CaseFolding.foldASCII(wanted) else { return false }
        }
        return true
    }

    /// The number all forms of a name share.
    ///
    /// - Parameter name: the number of a form.
    /// - Returns: the number by which it is compared.
    @inline(__always)
    func key(_ name: UInt32) -> UInt32 { entries[Int(name)].key }

    /// The number of a name in this very form; it is stored when it is new.
    ///
    /// - Parameter name: UTF-8, at most 765 bytes.
    /// - Returns: the number of the form.
    mutating func intern(_ name: [UInt8]) -> UInt32 {
        let hash = CaseFolding.hash(name)
        if let present = index.find(hash, where: { self[$0] == name }) { return present }
        let key = index.find(hash) { isForm($0, of: name) }.map { entries[Int($0)].key }
        let number = UInt32(truncatingIfNeeded: entries.count)
        entries.append(
            Entry(
                offset: UInt32(truncatingIfNeeded: bytes.count), key: key ?? number,
                length: UInt16(truncatingIfNeeded: name.count)))
        for byte in name { bytes.append(byte) }
        let (known, stored) = (entries, bytes)
        index.insert(number) { CaseFolding.hash(Self.name($0, known, stored)) }
        return number
    }

    /// The bytes of a name.
    subscript(_ name: UInt32) -> [UInt8] { Self.name(name, entries, bytes) }

    private static func name(_ name: UInt32, _ entries: PersistentArray<Entry>, _ bytes: PersistentArray<UInt8>)
        -> [UInt8]
    {
        let entry = entries[Int(name)]
        return (0..<Int(entry.length)).map { bytes[Int(entry.offset) + $0] }
    }
}
