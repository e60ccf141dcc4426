internal import WindowsSecurity

/// All volumes with the tables they share; no call in here asks whether anybody may do anything.
struct FileStore: Equatable, Sendable {
    var volumes: [Volume] = []
    var names = NameTable()
    var descriptors = DescriptorTable()

    /// The index of the volume with a drive letter.
    ///
    /// - Parameter letter: the upper-case letter.
    /// - Returns: the index, or nothing when there is no such drive.
    func volume(_ letter: UInt8) -> UInt8? {
        volumes.firstIndex { $0.letter == letter }.map { UInt8(truncatingIfNeeded: $0) }
    }

    subscript(file: FileReference) -> FileRecord {
        @inline(__always) get { volumes[Int(file.volume)].records[Int(file.record)] }
        @inline(__always) _modify { yield &volumes[Int(file.volume)].records[Int(file.record)] }
    }

    /// The descriptor of a file.
    func descriptor(of file: FileReference) -> SecurityDescriptor { descriptors[self[file].descriptor] }

    /// Makes a file without a name.
    ///
    /// - Parameters:
    ///   - volume: the index of the volume.
    ///   - descriptor: its descriptor.
    ///   - attributes: its attributes.
    /// - Returns: the file.
    mutating func make(
        on volume: UInt8, descriptor: SecurityDescriptor, attributes: FileAttributes
    ) -> FileReference {
        let number = UInt32(truncatingIfNeeded: volumes[Int(volume)].records.count)
        let record = FileRecord(descriptor: descriptors.intern(descriptor), attributes: attributes)
        volumes[Int(volume)].records.append(record)
        return FileReference(volume: volume, record: number)
    }

    /// Gives a file a name.
    @discardableResult
    mutating func link(_ name: [UInt8], to file: FileReference, in directory: FileReference) -> UInt32 {
        volumes[Int(file.volume)].add(name, for: file.record, in: directory.record, names: &names)
    }

    /// Takes a name away.
    mutating func unlink(_ link: UInt32, on volume: UInt8) { volumes[Int(volume)].remove(link, names: names) }

    /// The link of a name in a directory.
    func find(_ name: [UInt8], in directory: FileReference) -> UInt32? {
        volumes[Int(directory.volume)].find(name, in: directory.record, names: names)
    }

    /// The file that a link names.
    func file(_ link: UInt32, on volume: UInt8) -> FileReference {
        FileReference(volume: volume, record: volumes[Int(volume)].links[Int(link)].record)
    }

    /// The names in a directory in the order of a listing, with the files.
    func entries(of directory: FileReference) -> [(name: FileName, short: FileName?, file: FileReference)] {
        let volume = volumes[Int(directory.volume)]
        return volume.children(of: directory.record).map { number in
            let link = volume.links[Int(number)]
            let short = link.shortName == FileRecord.none ? nil : FileName(trusted: names[link.shortName])
            return (
                FileName(trusted: names[link.name]), short,
                FileReference(volume: directory.volume, record: link.record)
            )
        }.sorted { CaseFolding.precedes($0.name.bytes, $1.name.bytes) }
    }

    /// The first name of a file, for people.
    func path(of file: FileReference) -> FilePath {
        let volume = volumes[Int(file.volume)]
        var components: [FileName] = []
        var record = file.record
        while record != Volume.root {
            let link = volume.records[Int(record)].firstLink
            guard link != FileRecord.none else { break }
            components.append(FileName(trusted: names[volume.links[Int(link)].name]))
            record = volume.links[Int(link)].parent
        }
        if volume.format == .devices, let name = components.first {
            return FilePath(root: .device(name), components: [])
        }
        return FilePath(root: .drive(volume.letter), components: components.reversed())
    }

    /// What a file holds.
    func content(of file: FileReference) -> FileContent {
        let number = self[file].content
        return number == FileRecord.none ? FileContent() : volumes[Int(file.volume)].contents[Int(number)]
    }

    /// Changes what a file holds.
    mutating func withContent(of file: FileReference, _ change: (inout FileContent) -> Void) {
        if self[file].content == FileRecord.none {
            self[file].content = UInt32(truncatingIfNeeded: volumes[Int(file.volume)].contents.count)
            volumes[Int(file.volume)].contents.append(FileContent())
        }
        change(&volumes[Int(file.volume)].contents[Int(self[file].content)])
    }
}
