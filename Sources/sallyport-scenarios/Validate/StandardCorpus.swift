internal import Foundation
internal import KernelStage

/// The corpora that are meant when no path is given: of the current directory, or else of the repository this program was built in.
enum StandardCorpus {
    /// The scenarios.
    static var scenarios: URL { place("Fixtures/scenarios") }
    /// The workloads.
    static var workloads: URL { place("Fixtures/workloads") }

    private static func place(_ path: String) -> URL {
        FileManager.default.fileExists(atPath: path) ? URL(filePath: path) : Stage.repository.appending(path: path)
    }
}
