import CSamba

/// Answers one line of standard input after the other: what to measure, and the number of the case.
///
/// Times are those of one turn, in nanoseconds.
let hasSamba = samba_load()
let cases = try Case.all()
while let line = readLine() {
    let words = line.split(separator: " ")
    let index = words.count > 1 ? Int(words[1]) ?? 0 : 0
    guard cases.indices.contains(index) else { break }
    let benchmark = cases[index]
    switch words.first {
    case "samba" where words.count == 1: print(hasSamba ? "yes" : "no")
    case "count": print(cases.count)
    case "name": print(benchmark.name)
    case "text": print(benchmark.sddl)
    case "size": print(benchmark.binary.count)
    case "comparable": print(benchmark.token.isRestricted || benchmark.desired == .maximumAllowed ? "no" : "yes")
    case "allocations": print(benchmark.allocations(turns: 100_000))
    case "silent": print(benchmark.timeChecks(turns: 50_000))
    case "recorded": print(benchmark.timeExplanations(turns: 10_000))
    case "samba": print(benchmark.timeSamba(turns: 50_000))
    case "sddl": print(benchmark.timeText(turns: 2_000))
    case "library": print(benchmark.timeLibrary(turns: 500))
    case "binary": print(benchmark.timeBytes(turns: 5_000))
    default: print("unknown")
    }
    flush_output()
}
