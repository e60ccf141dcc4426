internal import ArgumentParser

/// How results are printed.
struct OutputFormat: ParsableArguments {
    @Flag(help: "Print one JSON object on standard output.")
    var json = false
}
