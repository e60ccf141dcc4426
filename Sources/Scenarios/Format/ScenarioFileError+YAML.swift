internal import Yams

extension ScenarioFileError {
    /// What the YAML reader complains about, with its place.
    init(file: String, _ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(file: file, line: mark.line, column: mark.column, reason: problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.map { "'\($0)'" }.joined(separator: ", ")
            self.init(
                file: file, line: context.mark.line, column: context.mark.column,
                reason: "the key \(names) stands twice")
        default: self.init(file: file, reason: "\(error)")
        }
    }
}
