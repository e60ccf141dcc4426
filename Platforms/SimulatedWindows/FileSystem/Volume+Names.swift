extension Volume {
    /// Marks a number in the index as found by its short name.
    private static let shortNameBit: UInt32 = 1 << 31

    /// How the index hashes a name: by the directory and the number that all its forms share.
    private static func hash(_ name: UInt32, in directory: UInt32, _ names: NameTable) -> UInt32 {
        Hash.of(directory, names.key(name))
    }

    /// The name in a directory that a text names, whatever its case, long or short.
    ///
    /// - Parameters:
    ///   - name: UTF-8.
    ///   - directory: the record of the directory.
    ///   - names: the machine's names.
    /// - Returns: the number of the link.
    func find(_ name: [UInt8], in directory: UInt32, names: NameTable) -> UInt32? {
        guard let key = names.key(of: name) else { return nil }
        let isCaseSensitive = records[Int(directory)].isCaseSensitive
        let entry = index.find(Hash.of(directory, key)) { entry in
            let link = links[Int(entry & ~Self.shortNameBit)]
            guard link.parent == directory else { return false }
            let number = entry & Self.shortNameBit == 0 ? link.name : link.shortName
            return names.key(number) == key && (!isCaseSensitive || names[number] == name)
        }
        return entry.map { $0 & ~Self.shortNameBit }
    }

    /// Gives a file a name in a directory where the name is free.
    ///
    /// - Parameters:
    ///   - name: UTF-8.
    ///   - record: the file.
    ///   - directory: the record of the directory.
    ///   - names: the machine's names.
    /// - Returns: the number of the link.
    @discardableResult
    mutating func add(_ name: [UInt8], for record: UInt32, in directory: UInt32, names: inout NameTable) -> UInt32 {
        let number = UInt32(truncatingIfNeeded: links.count)
        var link = FileLink(name: names.intern(name), parent: directory, record: record)
        if makesShortNames,
            let short = ShortName.make(for: name, isTaken: { find($0, in: directory, names: names) != nil })
        {
            link.shortName = names.intern(short)
        }
        link.next = records[Int(directory)].firstChild
        link.nextOfRecord = records[Int(record)].firstLink
        if link.next != FileRecord.none { links[Int(link.next)].previous = number }
        links.append(link)
        records[Int(directory)].firstChild = number
        records[Int(record)].firstLink = number
        records[Int(record)].linkCount += 1
        index.insert(number, hash: Self.hash(link.name, in: directory, names))
        if link.shortName != FileRecord.none {
            index.insert(number | Self.shortNameBit, hash: Self.hash(link.shortName, in: directory, names))
        }
        return number
    }

    /// Takes a name away; the file stays.
    ///
    /// - Parameters:
    ///   - number: the number of the link.
    ///   - names: the machine's names.
    mutating func remove(_ number: UInt32, names: NameTable) {
        let link = links[Int(number)]
        index.remove(number, hash: Self.hash(link.name, in: link.parent, names))
        if link.shortName != FileRecord.none {
            index.remove(number | Self.shortNameBit, hash: Self.hash(link.shortName, in: link.parent, names))
        }
        if link.next != FileRecord.none { links[Int(link.next)].previous = link.previous }
        if link.previous == FileRecord.none {
            records[Int(link.parent)].firstChild = link.next
        } else {
            links[Int(link.previous)].next = link.next
        }
        var cursor = records[Int(link.record)].firstLink
        if cursor == number {
            records[Int(link.record)].firstLink = link.nextOfRecord
        } else {
            while links[Int(cursor)].nextOfRecord != number { cursor = links[Int(cursor)].nextOfRecord }
            links[Int(cursor)].nextOfRecord = link.nextOfRecord
        }
        records[Int(link.record)].linkCount -= 1
    }

    /// The names in a directory, in no order that means anything.
    ///
    /// - Parameter directory: the record of the directory.
    /// - Returns: the numbers of the links.
    func children(of directory: UInt32) -> [UInt32] {
        var result: [UInt32] = []
        var cursor = records[Int(directory)].firstChild
        while cursor != FileRecord.none {
            result.append(cursor)
            cursor = links[Int(cursor)].next
        }
        return result
    }

    /// The directory in which a file has its first name, or nothing for the root and for a file without a name.
    ///
    /// - Parameter record: the file.
    /// - Returns: the record of the directory.
    func parent(of record: UInt32) -> UInt32? {
        let link = records[Int(record)].firstLink
        return link == FileRecord.none ? nil : links[Int(link)].parent
    }
}
