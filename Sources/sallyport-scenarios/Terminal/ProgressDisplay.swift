internal import Foundation
internal import Glibc

/// How far a sweep is: a bar on a terminal, lines for a log, or nothing.
final class ProgressDisplay: @unchecked Sendable {
    /// How it is shown.
    enum Form {
        /// A bar that is drawn over, ten times a second.
        case bar
        /// A line every five seconds.
        case lines
        /// Not at all.
        case none
    }

    private let form: Form
    private let total: Int
    private let begin = Date()
    private let timer: (any DispatchSourceTimer)?
    private let lock = NSLock()
    private var done = 0
    private var isOver = false

    /// Begins to show.
    ///
    /// - Parameters:
    ///   - total: how many trials there are.
    ///   - form: how it is shown.
    init(total: Int, form: Form) {
        self.total = total
        self.form = form
        guard form != .none else {
            timer = nil
            return
        }
        let interval = form == .bar ? 0.1 : 5
        let timer = DispatchSource.makeTimerSource(queue: .global())
        self.timer = timer
        timer.schedule(deadline: .now() + interval, repeating: interval)
        timer.setEventHandler { [weak self] in self?.show() }
        timer.resume()
    }

    /// Counts trials that have ended; from any thread.
    func advance(_ count: Int) { lock.withLock { done += count } }

    /// Shows no more; a bar is wiped out.
    func end() {
        lock.withLock {
            guard !isOver else { return }
            isOver = true
            timer?.cancel()
            if form == .bar { write("\r\u{1B}[K") }
        }
    }

    private func show() {
        lock.withLock {
            guard !isOver else { return }
            switch form {
            case .bar: write("\r\(bar(width: Terminal.width(of: STDERR_FILENO) - 1))\u{1B}[K")
            case .lines: write("sallyport: \(done) of \(total) trials, \(state)\n")
            case .none: break
            }
        }
    }

    private func bar(width: Int) -> String {
        let text = " \(done) of \(total), \(state)"
        let length = max(5, min(40, width - text.count - 2))
        let filled = total == 0 ? 0 : done * length / total
        return "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: length - filled) + "]" + text
    }

    /// How long it has taken, and how long it may still take.
    private var state: String {
        let elapsed = Date().timeIntervalSince(begin)
        guard done > 0, done < total else { return Self.clock(elapsed) }
        return "\(Self.clock(elapsed)), about \(Self.clock(elapsed / Double(done) * Double(total - done))) left"
    }

    private static func clock(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded())
        return "\(whole / 60):" + (whole % 60 < 10 ? "0" : "") + "\(whole % 60)"
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
