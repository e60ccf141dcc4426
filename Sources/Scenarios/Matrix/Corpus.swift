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
        var source = CorpusSource()
        var files: [ScenarioFile] = []
        var hash = StableHash()
        for url in try CorpusSource.files(below: paths) {
            let text = try CorpusSource.text(of: url)
            hash.add(text)
            files.append(
                try ScenarioFile(text, path: url.relativePath) { name throws(ScenarioFileError) in
                    let (host, newText) = try source.host(name, for: url)
                    if let newText { hash.add(newText) }
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
}
