import Foundation
import JSON
import ModelFamilies

/// The data files of the repository.
enum Fixtures {
    /// The folder `Fixtures`, found by walking up from this file.
    static let folder: URL = {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path()) {
            folder.deleteLastPathComponent()
        }
        return folder.appending(path: "Fixtures")
    }()

    /// The rows of every vector file of a family.
    static func rows(of family: ModelFamily) throws -> [JSONValue] {
        let vectors = folder.appending(path: "vectors")
        let names = try FileManager.default.contentsOfDirectory(atPath: vectors.path()).sorted()
        var rows: [JSONValue] = []
        for name in names where name.hasPrefix(family.rawValue + ".") && name.hasSuffix(".jsonl") {
            let text = try String(contentsOf: vectors.appending(path: name), encoding: .utf8)
            for line in text.split(separator: "\n") { rows.append(try JSONValue(parsing: line)) }
        }
        return rows
    }

    /// The identifiers in the first column of `disputed.md`.
    static let disputed: Set<String> = {
        let file = folder.appending(path: "vectors/disputed.md")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        let cells = text.split(separator: "\n").compactMap { line -> String? in
            let parts = line.split(separator: "|", omittingEmptySubsequences: false)
            guard parts.count > 2 else { return nil }
            return parts[1].trimmingCharacters(in: CharacterSet(charactersIn: " `"))
        }
        return Set(cells)
    }()
}
