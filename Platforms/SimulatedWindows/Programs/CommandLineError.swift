/// Why a line cannot be taken apart.
struct CommandLineError: Error, Hashable, Sendable {
    /// What was not expected; empty for the end of the line.
    let token: String
    /// Where, in characters from the start.
    let offset: Int
}
