/// Attempts that cannot be read.
struct ParseFailure: Error {
    /// The line of the file, from 1; 0 for the command line.
    let line: Int
    /// What is wrong.
    let reason: StaticString

    /// Says so on standard error.
    func report() {
        var text = bytes(of: "sallyport-probe: ")
        if line > 0 { text += bytes(of: "line ") + decimal(line) + bytes(of: ": ") }
        put(text + bytes(of: reason) + [10], to: 2)
    }
}
