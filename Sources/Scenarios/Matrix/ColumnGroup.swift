/// The columns of one performer, in a matrix and in its reports.
public struct ColumnGroup: Hashable, Sendable, Codable {
    /// The performer.
    public let performer: String
    /// The platform whose expectations hold; nothing for what is only observed.
    public let platform: Platform?
    /// Whether a model predicts the answers; else something real gives them.
    public let isPrediction: Bool
    /// The modes, a column each.
    public let modes: [Mode]

    /// Makes the columns of a performer.
    ///
    /// - Parameters:
    ///   - performer: the performer.
    ///   - modes: the modes that are wanted; those it cannot perform are left out.
    public init(_ performer: any Performer, modes: [Mode]) {
        self.performer = performer.name
        platform = performer.platform
        isPrediction = performer.isPrediction
        self.modes = modes.filter(performer.modes.contains)
    }
}
