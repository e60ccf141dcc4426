public import Foundation

/// The workloads below some paths, with their hosts.
public struct WorkloadCorpus: Sendable {
    /// The workloads, ordered by path.
    public let workloads: [Workload]

    /// Reads files and directories of files, one workload each.
    ///
    /// - Parameter paths: workload files, or directories that are searched for them.
    /// - Throws: ``ScenarioFileError`` for the first file that cannot be read, and for a name that two workloads have.
    public init(_ paths: [URL]) throws(ScenarioFileError) {
        var source = CorpusSource()
        var workloads: [Workload] = []
        for url in try CorpusSource.files(below: paths) {
            let text = try CorpusSource.text(of: url)
            let workload = try Workload(text, path: url.relativePath) { name throws(ScenarioFileError) in
                try source.host(name, for: url).host
            }
            if let other = workloads.first(where: { $0.id == workload.id }) {
                throw ScenarioFileError(file: workload.file, reason: "'\(workload.id)' stands in \(other.file) too")
            }
            workloads.append(workload)
        }
        self.workloads = workloads
    }
}
