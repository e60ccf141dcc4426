/// How the programs of the machine lay out what they print.
enum Text {
    /// Text with blanks behind it.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - width: how many characters it takes at least.
    /// - Returns: the text, as wide.
    static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// Text with blanks in front of it.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - width: how many characters it takes at least.
    /// - Returns: the text, as wide.
    static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    /// A number with a comma in front of every three digits.
    ///
    /// - Parameter number: not negative.
    /// - Returns: for example `12,345`.
    static func grouped(_ number: Int) -> String {
        var digits = String(number)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return ([digits] + groups).joined(separator: ",")
    }

    /// A table as `whoami` prints it: names, a line of equal signs, rows.
    ///
    /// - Parameters:
    ///   - names: the names of the columns.
    ///   - rows: the cells.
    /// - Returns: the lines.
    static func table(_ names: [String], _ rows: [[String]]) -> [String] {
        let widths = names.indices.map { column in
            ([names] + rows).map { $0[column].count }.max() ?? 0
        }
        let lines = [names, widths.map { String(repeating: "=", count: $0) }] + rows
        return lines.map { cells in
            zip(cells, widths).map { left($0, $1) }.joined(separator: " ")
        }
    }
}
