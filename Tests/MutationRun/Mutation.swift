import Foundation
import Yams

/// A change to the sources that takes a layer away.
struct Mutation: Decodable {
    /// One text that takes another's place.
    struct Change: Decodable {
        let file: String
        let replace: String
        let with: String
    }

    let id: String
    /// The layer that is taken away; scenarios that it decides are tried first.
    let layer: String
    let file: String
    let replace: String
    let with: String
    let also: [Change]?

    private var changes: [Change] { [Change(file: file, replace: replace, with: with)] + (also ?? []) }

    /// Reads the list.
    static func all(in file: URL) throws -> [Mutation] {
        struct List: Decodable { let mutations: [Mutation] }
        return try YAMLDecoder().decode(List.self, from: Data(contentsOf: file)).mutations
    }

    /// Changes a copy of the sources.
    ///
    /// - Returns: what puts them back.
    /// - Throws: ``MutationError`` when a text does not stand in its file once: the list is out of date.
    func apply(in tree: URL) throws -> [(URL, Data)] {
        var originals: [(URL, Data)] = []
        for change in changes {
            let place = tree.appending(path: change.file)
            let original = try Data(contentsOf: place)
            let parts = String(decoding: original, as: UTF8.self).components(separatedBy: change.replace)
            guard parts.count == 2 else {
                for (place, data) in originals { try data.write(to: place) }
                throw MutationError(description: "\(id): the text stands \(parts.count - 1) times in \(change.file)")
            }
            originals.append((place, original))
            try Data(parts.joined(separator: change.with).utf8).write(to: place)
        }
        return originals
    }
}
