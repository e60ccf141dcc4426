internal import Foundation
internal import KernelStage

/// The corpora that are meant when no path is given: of the current directory, or else of the repository this program was built in.
enum StandardCorpus {
    /// The scenarios.
    static var scenarios: URL { get throws { try place("Fixtures/scenarios") } }
    /// The workloads.
    static var workloads: URL { get throws { try place("Fixtures/workloads") } }

    private static func place(_ path: String) throws -> URL {
        for place in [URL(filePath: path), Stage.repository.appending(path: path)]
        where FileManager.default.fileExists(atPath: place.path(percentEncoded: false)) {
            return place
        }
        throw Failure.end(
            ExitStatus.data,
            "there is no \(path) here; change to the repository of sallyport, or name files or directories")
    }
}
