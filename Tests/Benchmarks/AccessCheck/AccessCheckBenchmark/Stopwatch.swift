/// The shortest of several runs, in nanoseconds for each turn.
func nanoseconds(turns: Int, _ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    var best = Double.infinity
    for _ in 0..<5 {
        let elapsed = clock.measure(body).components
        let total = Double(elapsed.seconds) * 1e9 + Double(elapsed.attoseconds) / 1e9
        best = min(best, total / Double(turns))
    }
    return best
}

/// A number with one digit behind the point.
func short(_ value: Double) -> String {
    let tenths = Int(value * 10 + 0.5)
    return "\(tenths / 10).\(abs(tenths % 10))"
}

/// Text made wide enough for a column.
func column(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
}
