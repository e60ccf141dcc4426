import CProbe

/// What the program also does, for the other end of an attempt.
enum Service {
    /// Prints who this process is; a setuid copy shows what it became.
    case identity
    /// Answers on TCP and UDP ports, on both address families.
    case serve(ports: [[UInt8]])
    /// Answers on a unix socket; a leading `@` makes it abstract.
    case serveUnix(name: [UInt8])
    /// Creates files and opens connections on a unix socket for whoever asks.
    case serveOrders(name: [UInt8])
    /// Sleeps.
    case linger(seconds: [UInt8])

    /// Runs a command behind Landlock alone: `[--no-tcp] DIRECTORY... -- COMMAND...`.
    case landlock(words: [[UInt8]])

    /// Reads the command line; `nil` when it holds attempts.
    init?(_ words: [[UInt8]]) {
        guard let first = words.first else { return nil }
        if spells(first, "--identity"), words.count == 1 {
            self = .identity
        } else if spells(first, "--serve"), words.count > 1 {
            self = .serve(ports: Array(words.dropFirst()))
        } else if spells(first, "--serve-unix"), words.count == 2 {
            self = .serveUnix(name: words[1])
        } else if spells(first, "--serve-orders"), words.count == 2 {
            self = .serveOrders(name: words[1])
        } else if spells(first, "--linger"), words.count == 2 {
            self = .linger(seconds: words[1])
        } else if spells(first, "--landlock") {
            self = .landlock(words: Array(words.dropFirst()))
        } else {
            return nil
        }
    }

    /// Runs it; the exit status.
    func run() -> Int32 {
        switch self {
        case .identity: probe_identity()
        case .serve(let ports): withStrings(ports) { strings, count in probe_serve(strings, count) }
        case .serveUnix(let name): withStrings([name]) { strings, _ in probe_serve_unix(strings[0]) }
        case .serveOrders(let name): withStrings([name]) { strings, _ in probe_serve_orders(strings[0]) }
        case .linger(let seconds): withStrings([seconds]) { strings, _ in probe_linger(strings[0]) }
        case .landlock(let words): withStrings(words) { strings, count in probe_landlock(strings, count) }
        }
    }
}
