/// An array whose copy costs nothing, whatever it holds, and whose copies share everything that neither has changed.
///
/// The elements lie in three levels of pages. A change copies one page of each level and only when a copy of the array
/// still uses it; so forking a machine is free, and the first change after a fork costs the same for a hundred files and
/// for a million.
struct PersistentArray<Element> {
    /// The number of elements in a page is two to this power.
    private static var leafBits: Int { 9 }
    /// The number of pages in a book is two to this power.
    private static var bookBits: Int { 8 }
    private static var leafMask: Int { 1 << leafBits - 1 }
    private static var bookMask: Int { 1 << bookBits - 1 }

    private var books: [[[Element]]] = []
    /// The number of elements.
    private(set) var count = 0

    /// Makes an empty array.
    init() {}

    /// Makes an array of equal elements.
    ///
    /// - Parameters:
    ///   - element: the element.
    ///   - count: how many; equal pages are one page until they change.
    init(repeating element: Element, count: Int) {
        let leaf = Array(repeating: element, count: Swift.min(count, 1 << Self.leafBits))
        let book = Array(repeating: leaf, count: 1 << Self.bookBits)
        let pages = count >> Self.leafBits
        books = Array(repeating: book, count: pages >> Self.bookBits)
        if pages & Self.bookMask != 0 { books.append(Array(repeating: leaf, count: pages & Self.bookMask)) }
        self.count = pages << Self.leafBits
        while self.count < count { append(element) }
    }

    /// The element at an index.
    subscript(index: Int) -> Element {
        @inline(__always) get {
            books[index >> (Self.leafBits + Self.bookBits)][index >> Self.leafBits & Self.bookMask][
                index & Self.leafMask]
        }
        @inline(__always) _modify {
            yield &books[index >> (Self.leafBits + Self.bookBits)][index >> Self.leafBits & Self.bookMask][
                index & Self.leafMask]
        }
    }

    /// Adds an element behind the last one.
    ///
    /// - Parameter element: the element.
    mutating func append(_ element: Element) {
        let book = count >> (Self.leafBits + Self.bookBits)
        let page = count >> Self.leafBits & Self.bookMask
        if book == books.count { books.append([]) }
        if page == books[book].count {
            var leaf: [Element] = []
            // Small machines stay small: the first page grows, later ones are as large as they will be.
            if count > 0 { leaf.reserveCapacity(1 << Self.leafBits) }
            books[book].append(leaf)
        }
        books[book][page].append(element)
        count += 1
    }
}

extension PersistentArray: Sequence {
    /// The elements in their order.
    func makeIterator() -> FlattenSequence<FlattenSequence<[[[Element]]]>>.Iterator {
        books.joined().joined().makeIterator()
    }
}

extension PersistentArray: Sendable where Element: Sendable {}

extension PersistentArray: Equatable where Element: Equatable {
    /// Whether two arrays hold the same elements; pages they share are not looked at.
    static func == (left: PersistentArray, right: PersistentArray) -> Bool {
        left.count == right.count && left.books == right.books
    }
}
