import Foundation
import SandboxModel
import Testing

/// An incident of the record as its file tells it.
struct Incident: CustomTestStringConvertible {
    /// The number in the record.
    let id: String
    /// The design that had it.
    let failed: SandboxDesign
    /// The first one without it; nothing while it is open.
    let fixed: SandboxDesign?

    var testDescription: String { id }

    /// All that are told.
    static let all: [Incident] = {
        let directory = Fixtures.repository.appending(path: "Fixtures/incidents")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: directory.path())) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { file in
            guard let text = try? String(contentsOf: directory.appending(path: file), encoding: .utf8) else {
                return nil
            }
            func value(_ key: String) -> String? {
                text.split(separator: "\n").first { $0.hasPrefix(key + ": ") }.map {
                    String($0.dropFirst(key.count + 2))
                }
            }
            guard let id = value("id"), let failed = value("failed").flatMap(SandboxDesign.named) else { return nil }
            return Incident(id: id, failed: failed, fixed: value("fixed").flatMap(SandboxDesign.named))
        }
    }()
}
