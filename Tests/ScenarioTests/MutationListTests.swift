import Foundation
import KernelStage
import Testing
import Yams

/// The list of `make mutate` fits the sources: a change that moves a text is noticed before the run that needs it.
struct MutationListTests {
    private struct List: Decodable { let mutations: [Mutation] }
    private struct Mutation: Decodable {
        let id: String
        let file: String
        let replace: String
        let also: [Change]?
    }
    private struct Change: Decodable {
        let file: String
        let replace: String
    }

    @Test func everyTextStandsInItsFileOnce() throws {
        let file = Stage.repository.appending(path: "Tests/MutationRun/mutations.yaml")
        let list = try YAMLDecoder().decode(List.self, from: Data(contentsOf: file)).mutations
        #expect(list.count > 20)
        for mutation in list {
            let changes = [Change(file: mutation.file, replace: mutation.replace)] + (mutation.also ?? [])
            for change in changes {
                let text = try String(contentsOf: Stage.repository.appending(path: change.file), encoding: .utf8)
                let count = text.components(separatedBy: change.replace).count - 1
                #expect(count == 1, "\(mutation.id): the text stands \(count) times in \(change.file)")
            }
        }
    }
}
