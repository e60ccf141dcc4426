internal import Foundation
internal import Glibc

/// Finds the files of a corpus and the hosts they name.
struct CorpusSource {
    private var hosts: [String: Host] = [:]

    init() {}

    /// The files below paths: each a file, or a directory that is searched.
    static func files(below paths: [URL]) throws(ScenarioFileError) -> [URL] {
        try paths.map { path throws(ScenarioFileError) in try files(below: path) }.flatMap(\.self)
    }

    private static func files(below path: URL) throws(ScenarioFileError) -> [URL] {
        let place = path.path(percentEncoded: false)
        var isDirectory: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: place, isDirectory: &isDirectory) else {
            throw ScenarioFileError(file: path.relativePath, reason: "there is no such file or directory")
        }
        guard isDirectory.boolValue else { return [path] }
        let names = (FileManager.default.enumerator(atPath: place)?.allObjects as? [String]) ?? []
        let found = names.filter { $0.hasSuffix(".yaml") && !$0.contains("hosts/") }.sorted()
        guard !found.isEmpty else {
            throw ScenarioFileError(file: path.relativePath, reason: "there are no scenario files (*.yaml) below it")
        }
        return found.map { path.appending(path: $0) }
    }

    /// The text of a file.
    static func text(of url: URL) throws(ScenarioFileError) -> String {
        let place = url.path(percentEncoded: false)
        // Foundation would say that the operation could not be completed.
        guard unsafe access(place, R_OK) == 0 else {
            throw ScenarioFileError(
                file: url.relativePath, reason: "cannot be read: \(unsafe String(cString: strerror(errno)))")
        }
        guard let bytes = FileManager.default.contents(atPath: place) else {
            throw ScenarioFileError(file: url.relativePath, reason: "cannot be read")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ScenarioFileError(file: url.relativePath, reason: "is not UTF-8")
        }
        return text
    }

    /// The host of a name, and its text when it was read for the first time.
    ///
    /// It is looked for as `hosts/NAME.yaml` beside the file that names it, or in a directory above.
    mutating func host(
        _ name: String, for file: URL
    ) throws(ScenarioFileError) -> (host: Host, newText: String?) {
        let place = try Self.place(of: name, for: file)
        if let known = hosts[place.path(percentEncoded: false)] { return (known, nil) }
        let text = try Self.text(of: place)
        let host = try Host(text, path: place.relativePath, name: name)
        hosts[place.path(percentEncoded: false)] = host
        return (host, text)
    }

    private static func place(of name: String, for file: URL) throws(ScenarioFileError) -> URL {
        var directory = file.absoluteURL.deletingLastPathComponent()
        while true {
            let place = directory.appending(path: "hosts/\(name).yaml")
            if FileManager.default.fileExists(atPath: place.path(percentEncoded: false)) { return place }
            guard directory.path(percentEncoded: false) != "/" else {
                throw ScenarioFileError(
                    file: file.relativePath, reason: "the host '\(name)' is in no directory 'hosts' above")
            }
            directory = directory.deletingLastPathComponent()
        }
    }
}
