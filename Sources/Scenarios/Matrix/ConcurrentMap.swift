internal import Foundation

extension Array where Element: Sendable {
    /// The elements transformed, several at the same time; the order stays.
    ///
    /// - Parameters:
    ///   - jobs: how many at the same time.
    ///   - transform: what becomes of an element.
    /// - Returns: what became of each.
    func concurrentMap<Value: Sendable>(jobs: Int, _ transform: @Sendable (Element) -> Value) -> [Value] {
        let results = Results<Value>(count: count)
        DispatchQueue.concurrentPerform(iterations: Swift.min(Swift.max(1, jobs), Swift.max(1, count))) { _ in
            while let index = results.take() { results.put(transform(self[index]), at: index) }
        }
        return results.values
    }
}

/// Results that several threads put in, and the next place of which there is none yet.
private final class Results<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var places: [Value?]
    private var next = 0

    init(count: Int) { places = Array(repeating: nil, count: count) }

    func take() -> Int? {
        lock.withLock {
            guard next < places.count else { return nil }
            defer { next += 1 }
            return next
        }
    }

    func put(_ value: Value, at index: Int) { lock.withLock { places[index] = value } }

    var values: [Value] { lock.withLock { places.compactMap(\.self) } }
}
