/// What the machine says to a claim, and on what grounds.
struct Answer: Equatable, Sendable {
    /// Whether the claim is true.
    let holds: Bool
    /// The grounds, as the machine gives them: an access check's deciding entries, an error, a state.
    let grounds: String

    init(_ holds: Bool, _ grounds: String = "") {
        self.holds = holds
        self.grounds = grounds
    }

    /// Both must be true; the first that is not says why, else the first gives the grounds.
    static func && (left: Answer, right: @autoclosure () throws -> Answer) rethrows -> Answer {
        guard left.holds else { return left }
        let other = try right()
        return other.holds ? left : other
    }

    /// Both must be true.
    static func && (left: Answer, right: @autoclosure () throws -> Bool) rethrows -> Answer {
        try left && Answer(try right(), "a condition of the claim is not met")
    }
}
