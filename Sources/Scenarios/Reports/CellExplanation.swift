/// How a cell came about, in lines, the same in every report.
struct CellExplanation {
    let cell: MatrixReport.Cell

    init(_ cell: MatrixReport.Cell) { self.cell = cell }

    /// What was expected or is wrong, and the steps of the function that decided.
    var lines: [String] {
        let verdict: String
        if let complaint = cell.complaint {
            verdict = complaint
        } else if let expectation = cell.expectation {
            verdict = "as expected: \(expectation)"
        } else {
            verdict = "nothing is expected here"
        }
        return [verdict] + cell.derivation
    }
}
