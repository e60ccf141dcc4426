extension MatrixReport {
    /// Puts the parts of a sweep together that were performed on several machines.
    ///
    /// - Parameter parts: the reports of all parts, each with a name for complaints; or of one whole, which stays as it is.
    /// - Returns: the report of the whole, as one machine would have made it.
    /// - Throws: ``ReportError`` unless the parts are those of one corpus in the same columns, each is there once, and every scenario is in
    ///   the part it belongs to.
    public static func merged(_ parts: [(name: String, report: MatrixReport)]) throws(ReportError) -> MatrixReport {
        guard let first = parts.first else { throw ReportError("there are no reports to merge") }
        if parts.count == 1, first.report.shard == nil { return first.report }
        var seen: [Int: String] = [:]
        for (name, report) in parts {
            guard let shard = report.shard, let count = first.report.shard?.count else {
                throw ReportError("\(report.shard == nil ? name : first.name): the report of a whole, not of a part")
            }
            guard shard.count == count else {
                throw ReportError("\(name): part \(shard), but \(first.name) is one of \(count)")
            }
            guard report.corpus == first.report.corpus else {
                throw ReportError("\(name): the scenario files were not the same as for \(first.name)")
            }
            guard report.groups == first.report.groups, report.notRun == first.report.notRun else {
                throw ReportError("\(name): the columns are not the same as in \(first.name)")
            }
            if let other = seen.updateValue(name, forKey: shard.index) {
                throw ReportError("\(name): part \(shard) is in \(other) too")
            }
            let wanted = report.corpus.scenarios.filter(shard.contains)
            guard report.rows.map(\.id) == wanted else {
                throw ReportError("\(name): part \(shard) \(difference(report.rows.map(\.id), wanted))")
            }
        }
        let count = first.report.shard?.count ?? 0
        let missing = (1...count).filter { seen[$0] == nil }
        guard missing.isEmpty else {
            throw ReportError(
                "of \(count) parts these are missing: \(missing.map(String.init).joined(separator: ", "))")
        }
        let rows = Dictionary(
            parts.flatMap(\.report.rows).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return MatrixReport(
            corpus: first.report.corpus, shard: nil, groups: first.report.groups, notRun: first.report.notRun,
            rows: first.report.corpus.scenarios.compactMap { rows[$0] })
    }

    private static func difference(_ found: [String], _ wanted: [String]) -> String {
        let names = Set(wanted)
        if let twice = Dictionary(grouping: found, by: \.self).first(where: { $0.value.count > 1 })?.key {
            return "has '\(twice)' twice"
        }
        if let foreign = found.first(where: { !names.contains($0) }) { return "has '\(foreign)', which is not its own" }
        if let missing = wanted.first(where: { !found.contains($0) }) { return "lacks '\(missing)'" }
        return "is not in the order of the corpus"
    }
}
