/// A matrix to be kept and shown: what was expected and observed in every cell, and the sums.
///
/// Every other report is made of this one, so that they cannot disagree, and parts that were performed on several machines become one by
/// ``merged(_:)``.
public struct MatrixReport: Codable, Hashable, Sendable {
    /// The schema this program writes and reads.
    public static let schema = 1

    /// The schema.
    public let schema: Int
    /// The whole corpus, of which the rows may be a part.
    public let corpus: CorpusStamp
    /// Which part, when it is one.
    public let shard: Shard?
    /// The performers with their columns, in order.
    public let groups: [ColumnGroup]
    /// What was asked for and could not be performed here.
    public let notRun: [MissingColumns]
    /// The rows, in the order of the corpus.
    public let rows: [Row]
    /// The sums.
    public let summary: Summary

    /// Makes the report of a matrix.
    ///
    /// - Parameters:
    ///   - matrix: the matrix.
    ///   - corpus: the whole corpus.
    ///   - shard: which part of it the matrix is.
    ///   - notRun: what could not be performed here.
    public init(_ matrix: Matrix, of corpus: CorpusStamp, shard: Shard? = nil, notRun: [MissingColumns] = []) {
        let columns = matrix.columns
        self.init(
            corpus: corpus, shard: shard, groups: matrix.groups, notRun: notRun,
            rows: matrix.rows.map { Row($0, columns: columns) })
    }

    init(
        corpus: CorpusStamp, shard: Shard?, groups: [ColumnGroup], notRun: [MissingColumns], rows: [Row]
    ) {
        schema = Self.schema
        self.corpus = corpus
        self.shard = shard
        self.groups = groups
        self.notRun = notRun
        self.rows = rows
        summary = Summary(rows)
    }

    /// Whether every expectation was met and every control holds.
    public var isGreen: Bool { rows.allSatisfy(\.isGreen) }
}
