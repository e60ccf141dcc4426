import Foundation

/// The data files of the repository.
enum Fixtures {
    /// The root of the repository, found by walking up from this file.
    static let repository: URL = {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path()) {
            folder.deleteLastPathComponent()
        }
        return folder
    }()

    /// The lines of a file of rows, without comments and empty lines.
    static func rows(_ path: String) throws -> [String] {
        let file = repository.appending(path: "Fixtures").appending(path: path)
        let text = try String(contentsOf: file, encoding: .utf8)
        return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
    }
}
