public import Foundation

/// The scenario files below some paths, with their hosts.
public struct Corpus: Sendable {
    /// The files, ordered by path.
    public let files: [ScenarioFile]
    /// What tells this corpus from any other: of files with the same content it is the same.
    public let stamp: CorpusStamp

    /// Every scenario.
    public var scenarios: [Scenario] { files.flatMap(\.scenarios) }

    /// Reads files and directories of files.
    ///
    /// A host is looked for as `hosts/NAME.yaml` beside the file that names it, or in a directory above.
    ///
    /// - Parameter paths: scenario files, or directories that are searched for them.
    /// - Throws: ``ScenarioFileError`` for the first file that cannot be read, and for a name that two scenarios have.
    public init(_ paths: [URL]) throws(ScenarioFileError) {
        var hosts: [String: Host] = [:]
        var files: [ScenarioFile] = []
        var hash = StableHash()
        for url in try paths.map({ path throws(ScenarioFileError) in try Self.files(below: path) }).joined() {
            let text = try Self.text(of: url)
            hash.add(text)
            files.append(
                try ScenarioFile(text, path: url.relativePath) { name throws(ScenarioFileError) in
                    let place = try Self.host(name, for: url)
                    if let known = hosts[place.path()] { return known }
                    let text = try Self.text(of: place)
                    hash.add(text)
                    let host = try Host(text, path: place.relativePath, name: name)
                    hosts[place.path()] = host
                    return host
                })
        }
        self.files = files
        stamp = CorpusStamp(digest: hash.hexadecimal, scenarios: files.flatMap(\.scenarios).map(\.id))
        var seen: [String: String] = [:]
        for scenario in files.flatMap(\.scenarios) {
            if let other = seen[scenario.id] {
                throw ScenarioFileError(file: scenario.file, reason: "'\(scenario.id)' stands in \(other) too")
            }
            seen[scenario.id] = scenario.file
        }
    }

    private static func files(below path: URL) throws(ScenarioFileError) -> [URL] {
        var isDirectory: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: path.path(), isDirectory: &isDirectory) else {
            throw ScenarioFileError(file: path.relativePath, reason: "there is no such file or directory")
        }
        guard isDirectory.boolValue else { return [path] }
        let names = (FileManager.default.enumerator(atPath: path.path())?.allObjects as? [String]) ?? []
        let found = names.filter { $0.hasSuffix(".yaml") && !$0.contains("hosts/") }.sorted()
        guard !found.isEmpty else {
            throw ScenarioFileError(file: path.relativePath, reason: "there are no scenario files (*.yaml) below it")
        }
        return found.map { path.appending(path: $0) }
    }

    private static func text(of url: URL) throws(ScenarioFileError) -> String {
        do {
            return try String(contentsOf: url, encoding: .utf8)
        } catch {
            throw ScenarioFileError(
                file: url.relativePath, reason: "cannot be read as UTF-8: \(error.localizedDescription)")
        }
    }

    private static func host(_ name: String, for file: URL) throws(ScenarioFileError) -> URL {
        var directory = file.absoluteURL.deletingLastPathComponent()
        while true {
            let place = directory.appending(path: "hosts/\(name).yaml")
            if FileManager.default.fileExists(atPath: place.path()) { return place }
            guard directory.path() != "/" else {
                throw ScenarioFileError(
                    file: file.relativePath, reason: "the host '\(name)' is in no directory 'hosts' above")
            }
            directory = directory.deletingLastPathComponent()
        }
    }
}
