/// The open files of all processes, found by their number and by what is open.
struct HandleTable: Hashable, Sendable {
    private var handles: [HandleIdentifier: FileHandle] = [:]
    private var identifiers: [FileReference: [HandleIdentifier]] = [:]

    /// The open file of a number.
    subscript(identifier: HandleIdentifier) -> FileHandle? { handles[identifier] }

    /// Moves the position of an open file.
    ///
    /// - Parameters:
    ///   - identifier: its number.
    ///   - position: where the next byte is read or written.
    mutating func move(_ identifier: HandleIdentifier, to position: Int) { handles[identifier]?.position = position }

    /// Whether anything is open.
    var isEmpty: Bool { handles.isEmpty }

    /// Every open file with its number, in the order of the numbers.
    var all: [(identifier: HandleIdentifier, handle: FileHandle)] {
        handles.map { ($0.key, $0.value) }.sorted { $0.identifier.rawValue < $1.identifier.rawValue }
    }

    /// What is open of a file.
    ///
    /// - Parameter file: the file.
    /// - Returns: the handles, oldest first.
    func of(_ file: FileReference) -> [FileHandle] { (identifiers[file] ?? []).compactMap { handles[$0] } }

    /// Whether a file is open.
    ///
    /// - Parameter file: the file.
    /// - Returns: true while a process has a handle of it.
    func isOpen(_ file: FileReference) -> Bool { identifiers[file] != nil }

    /// Whether a condition holds for something that is open.
    ///
    /// - Parameter matches: the condition on the file.
    /// - Returns: true for the first file that meets it.
    func containsFile(where matches: (FileReference) -> Bool) -> Bool { identifiers.keys.contains(where: matches) }

    /// Adds an open file.
    ///
    /// - Parameters:
    ///   - handle: the open file.
    ///   - identifier: its number, which is free.
    mutating func insert(_ handle: FileHandle, as identifier: HandleIdentifier) {
        handles[identifier] = handle
        identifiers[handle.file, default: []].append(identifier)
    }

    /// Takes an open file out.
    ///
    /// - Parameter identifier: its number.
    /// - Returns: the open file, or nothing when the number is none.
    mutating func remove(_ identifier: HandleIdentifier) -> FileHandle? {
        guard let handle = handles.removeValue(forKey: identifier) else { return nil }
        identifiers[handle.file]?.removeAll { $0 == identifier }
        if identifiers[handle.file]?.isEmpty == true { identifiers[handle.file] = nil }
        return handle
    }

    /// The numbers of what a process has open, in their order.
    ///
    /// - Parameter process: the process.
    /// - Returns: the numbers.
    func identifiers(of process: ProcessIdentifier) -> [HandleIdentifier] {
        handles.filter { $0.value.process == process }.keys.sorted { $0.rawValue < $1.rawValue }
    }
}
