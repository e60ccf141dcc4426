/// Every name that files have, each stored once.
///
/// A name has a number for its exact form and a number for all forms that differ in case only, so that finding a file in
/// its directory compares numbers.
struct NameTable: Equatable, Sendable {
    private struct Entry: Equatable, Sendable {
        /// The number of the page that holds the bytes.
        let page: UInt32
        /// The number of the first form of this name.
        let key: UInt32
        /// Where the bytes begin in the page.
        let offset: UInt16
        /// The number of bytes, at most 765.
        let length: UInt16

        var range: Range<Int> { Int(offset)..<Int(offset) + Int(length) }
    }

    /// How many bytes a page holds at most; no name lies in two.
    private static let pageLength = 4096

    private var pages = PersistentArray<[UInt8]>()
    private var entries = PersistentArray<Entry>()
    private var index = PersistentIndex()

    /// The number of the form that stands for a name, or nothing when no file was ever called so.
    ///
    /// - Parameter name: UTF-8.
    /// - Returns: the number all forms share.
    func key(of name: [UInt8]) -> UInt32? {
        index.find(Self.hash(name)) { isForm($0, of: name) }.map { entries[Int($0)].key }
    }

    private static func hash(_ name: [UInt8]) -> UInt32 { UInt32(truncatingIfNeeded: CaseFolding.hash(name)) }

    /// Whether a stored name and another one differ in case at most; ASCII is compared where it lies.
    private func isForm(_ number: UInt32, of name: [UInt8]) -> Bool {
        let entry = entries[Int(number)]
        let page = pages[Int(entry.page)]
        guard Int(entry.length) == name.count else { return CaseFolding.areEqual(page[entry.range], name) }
        let start = Int(entry.offset)
        for index in name.indices {
            let (stored, wanted) = (page[start + index], name[index])
            if stored == wanted { continue }
            if stored | wanted >= 0x80 { return CaseFolding.areEqual(page[entry.range], name) }
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
        let hash = Self.hash(name)
        let number = UInt32(truncatingIfNeeded: entries.count)
        var key = number
        if let form = index.find(hash, where: { isForm($0, of: name) }) {
            if self[form] == name { return form }
            if let exact = index.find(hash, where: { self[$0] == name }) { return exact }
            key = entries[Int(form)].key
        }
        store(name, key: key)
        index.insert(number, hash: hash)
        return number
    }

    private mutating func store(_ name: [UInt8], key: UInt32) {
        if pages.count == 0 || pages[pages.count - 1].count + name.count > Self.pageLength {
            var page: [UInt8] = []
            // The first page of a small machine grows with its names.
            if pages.count > 0 { page.reserveCapacity(Self.pageLength) }
            pages.append(page)
        }
        let last = pages.count - 1
        entries.append(
            Entry(
                page: UInt32(truncatingIfNeeded: last), key: key,
                offset: UInt16(truncatingIfNeeded: pages[last].count), length: UInt16(truncatingIfNeeded: name.count)))
        pages[last].append(contentsOf: name)
    }

    /// The bytes of a name.
    subscript(_ name: UInt32) -> [UInt8] {
        let entry = entries[Int(name)]
        return Array(pages[Int(entry.page)][entry.range])
    }
}
