/// Not every command line was run.
struct IncompleteAttempts: Error, CustomStringConvertible {
    /// What the stage wrote.
    let description: String
}
