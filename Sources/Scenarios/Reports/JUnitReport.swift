/// A matrix as JUnit XML, a suite for each column and a case for each cell, for build servers.
public struct JUnitReport {
    private let report: MatrixReport

    /// Makes the document of a report.
    ///
    /// - Parameter report: the report.
    public init(_ report: MatrixReport) { self.report = report }

    /// The document.
    public var text: String {
        let cells = report.rows.flatMap(\.cells)
        let suites = report.groups.flatMap { group in group.modes.map { suite(group.performer, $0) } }
        let document: Markup = """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="sallyport validate" tests="\(cells.count + report.notRun.count)" \
            failures="\(cells.count { !$0.outcome.isGreen })" skipped="\(report.notRun.count)">
            \(suites)\(report.notRun.map(suite))</testsuites>

            """
        return document.source
    }

    private func suite(_ performer: String, _ mode: Mode) -> Markup {
        let cells = report.rows.compactMap { row in row.cell(performer, mode).map { (row, $0) } }
        let cases = cells.map { row, cell in testCase(row, cell) }
        return """
            <testsuite name="\(performer), \(mode.rawValue)" tests="\(cells.count)" \
            failures="\(cells.count { !$0.1.outcome.isGreen })" skipped="0">
            \(cases)</testsuite>

            """
    }

    private func testCase(_ row: MatrixReport.Row, _ cell: MatrixReport.Cell) -> Markup {
        let attributes: Markup = #"classname="\#(row.group)" name="\#(row.id)" file="\#(row.file)""#
        guard let complaint = cell.complaint else { return "<testcase \(attributes)/>\n" }
        let details = ([row.title] + row.attempts + cell.derivation).joined(separator: "\n")
        return """
            <testcase \(attributes)>
            <failure message="\(complaint)" type="\(cell.outcome.rawValue)">\(details)</failure>
            </testcase>

            """
    }

    private func suite(_ missing: MissingColumns) -> Markup {
        """
        <testsuite name="\(missing.performer)" tests="1" failures="0" skipped="1">
        <testcase classname="\(missing.performer)" name="not run"><skipped message="\(missing.reason)"/></testcase>
        </testsuite>

        """
    }
}
