/// The run of mutations cannot go on.
struct MutationError: Error, CustomStringConvertible {
    let description: String
}
