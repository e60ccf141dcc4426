internal import WindowsSecurity

extension SimulatedMachine {
    /// Makes empty files in one directory, as one call: the right is asked for once, and what they inherit is worked out once.
    ///
    /// - Parameters:
    ///   - names: the names; those that are taken stay as they are.
    ///   - directory: the directory.
    ///   - identifier: who calls.
    /// - Returns: how many files were made.
    /// - Throws: `ERROR_ACCESS_DENIED` without `FILE_ADD_FILE`, `ERROR_PATH_NOT_FOUND`, `ERROR_INVALID_NAME`.
    @discardableResult
    public mutating func makeFiles(
        _ names: [String], in directory: String, by identifier: ProcessIdentifier
    ) throws(CallError) -> Int {
        try perform(.makeFiles(names, directory, identifier), by: identifier) { machine throws(CallError) in
            let process = try machine.process(identifier, "CreateFileW")
            do throws(Win32Error) {
                return try machine.makeFiles(names, in: directory, for: process)
            } catch {
                throw CallError(error, "CreateFileW", directory)
            }
        }
    }

    private mutating func makeFiles(
        _ names: [String], in directory: String, for process: SimulatedProcess
    ) throws(Win32Error) -> Int {
        guard let parent = try locate(directory, for: process).file, files[parent].isDirectory else {
            throw .pathNotFound
        }
        let volume = FilePath(root: .drive(UInt8(ascii: "C")), components: [])
        var model: FileReference?
        var made = 0
        for name in names {
            let path = try FilePath(name, relativeTo: volume)
            guard path.components.count == 1, path.stream == nil, let leaf = path.components.first else {
                throw .invalidName
            }
            guard files.find(leaf.bytes, in: parent) == nil else { continue }
            if let model {
                let file = files.makeAlike(model)
                files[file].modified = second
                files.link(leaf.bytes, to: file, in: parent)
            } else {
                var location = try locate(directory, for: process)
                (location.directory, location.name) = (parent, leaf)
                model = try make(at: location, isDirectory: false, descriptor: nil, token: process.token)
            }
            made += 1
        }
        return made
    }
}

extension FileStore {
    /// Makes a file without a name that has the descriptor of another one.
    mutating func makeAlike(_ model: FileReference) -> FileReference {
        let volume = Int(model.volume)
        let number = UInt32(truncatingIfNeeded: volumes[volume].records.count)
        volumes[volume].records.append(
            FileRecord(descriptor: self[model].descriptor, attributes: self[model].attributes))
        return FileReference(volume: model.volume, record: number)
    }
}
