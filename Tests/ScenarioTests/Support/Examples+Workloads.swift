import Foundation
import KernelStage
import Scenarios

extension Examples {
    /// The workloads of the repository.
    static func workloads() throws -> [Workload] {
        try WorkloadCorpus([Stage.repository.appending(path: "Fixtures/workloads")]).workloads
    }

    /// The scenarios of some files of the repository.
    static func scenarios(_ names: String...) throws -> [Scenario] {
        try Corpus(names.map { Stage.repository.appending(path: "Fixtures/scenarios/\($0).yaml") }).scenarios
    }
}
