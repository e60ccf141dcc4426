extension SimulatedMachine {
    /// Whether anything has a name, whoever may look.
    func exists(_ path: String, for process: SimulatedProcess) -> Bool {
        (try? locate(path, for: process, followsLast: false).file) != nil
    }

    /// Whether a path leads to a directory, whoever may look.
    func isDirectory(_ path: String, for process: SimulatedProcess) -> Bool {
        guard let file = try? locate(path, for: process).file else { return false }
        return files[file].isDirectory
    }

    /// The directory and the last name of a path as it was written.
    static func divide(_ path: String) -> (directory: String, name: String) {
        guard let cut = path.lastIndex(where: { "\\/:".contains($0) }) else { return ("", path) }
        let next = path.index(after: cut)
        return (String(path[..<next]), String(path[next...]))
    }

    /// The files that a path names, which are several when its last name is a wildcard.
    ///
    /// - Parameters:
    ///   - path: the path as it was written.
    ///   - identifier: who looks.
    /// - Returns: the paths; the path itself when it is no wildcard.
    /// - Throws: what listing the directory throws; `ERROR_FILE_NOT_FOUND` when no name is like the wildcard.
    mutating func matches(_ path: String, by identifier: ProcessIdentifier) throws(CallError) -> [String] {
        let (directory, name) = Self.divide(path)
        guard Wildcard.isOne(name) else { return [path] }
        let wildcard = Wildcard(name)
        let entries = try list(directory.isEmpty ? "." : directory, by: identifier)
        let names = entries.filter { !$0.attributes.contains(.directory) && wildcard.matches($0.name.text) }
        guard !names.isEmpty else { throw CallError(.fileNotFound, "FindFirstFileW", path) }
        return names.map { directory + $0.name.text }
    }

    /// Where a file goes when its target may be a directory.
    func destination(of source: String, in target: String, for identifier: ProcessIdentifier) -> String {
        guard let process = processes[identifier], isDirectory(target, for: process) else { return target }
        return target + (target.hasSuffix("\\") ? "" : "\\") + Self.divide(source).name
    }
}

extension SimulatedMachine {
    /// The whole path of what a process names, or the text itself when it is no path.
    func fullPath(_ path: String, for process: SimulatedProcess) -> String {
        (try? FilePath(path, relativeTo: process.workingDirectory))?.description ?? path
    }
}
