import Foundation

/// A public declaration and the comment above it.
struct PublicSymbol {
    /// The file and the line.
    let place: String
    /// The blanks in front of the declaration.
    let indentation: Int
    /// The declaration up to its brace.
    let declaration: String
    /// The words of the comment.
    let comment: String

    /// Every public declaration of the module; extensions declare nothing themselves.
    static func all() throws -> [PublicSymbol] {
        let folder = Fixtures.folder.deletingLastPathComponent().appending(path: "Sources/WindowsSecurity")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
        return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.flatMap { file in
            all(in: try String(contentsOf: file, encoding: .utf8), of: file.lastPathComponent)
        }
    }

    static func all(in source: String, of file: String) -> [PublicSymbol] {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return lines.indices.compactMap { index in
            let line = lines[index]
            let words = line.trimmingCharacters(in: .whitespaces)
            guard words.contains(#/^(@\w+ )*public /#) else { return nil }
            var above = index - 1
            while above >= 0, lines[above].contains(#/^\s*@/#) { above -= 1 }
            let end = above
            while above >= 0, lines[above].contains(#/^\s*\/\/\//#) { above -= 1 }
            let comment = lines[(above + 1)..<(end + 1)].map { $0.trimmingCharacters(in: .whitespaces).dropFirst(3) }
            return PublicSymbol(
                place: "\(file):\(index + 1)", indentation: line.prefix { $0 == " " }.count,
                declaration: declaration(from: lines[index...]), comment: comment.joined(separator: " "))
        }
    }

    private static func declaration(from lines: ArraySlice<String>) -> String {
        var text = ""
        for line in lines {
            text += line.trimmingCharacters(in: .whitespaces) + " "
            let depth = text.reduce(0) { $0 + ($1 == "(" ? 1 : $1 == ")" ? -1 : 0) }
            if depth == 0 { break }
        }
        return text
    }

    var isType: Bool { declaration.contains(#/public (indirect )?(struct|enum|protocol|class) /#) }

    var isFunction: Bool { declaration.contains(#/public ([a-z]+ )*(func \w|init[?(<])/#) }

    /// The parameters by the names that comments use.
    var parameters: [String] {
        guard let start = declaration.firstIndex(of: "(") else { return [] }
        var names: [String] = []
        var depth = 0
        var current = ""
        for character in declaration[start...] {
            if "([{<".contains(character) { depth += 1 }
            if ")]}>".contains(character) { depth -= 1 }
            if depth == 0 || (depth == 1 && character == ",") {
                if let match = current.firstMatch(of: #/^[ (]*(?:\w+ )?(\w+):/#) { names.append(String(match.1)) }
                current = ""
                if depth == 0 { break }
            } else {
                current.append(character)
            }
        }
        return names
    }

    /// A name as the headers and documents of Windows spell it.
    var namesWindowsSymbol: Bool { comment.contains(#/`[A-Za-z0-9_*:]*[A-Z][A-Za-z0-9_*:]*`/#) }

    /// A document, a header, or a page of Microsoft Learn.
    var namesDocument: Bool { comment.contains(#/MS-[A-Z]{2,}|\b\w+\.h\b|Microsoft Learn/#) }
}
