/// A scenario file or the output of a run that cannot be read.
struct MatrixError: Error, CustomStringConvertible {
    let description: String
}
