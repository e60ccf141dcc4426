extension CourtReport.Entry {
    /// How many attempts there were, and how many were stopped.
    ///
    /// - Parameters:
    ///   - mode: the mode; nothing for all.
    ///   - group: the group; nothing for all.
    /// - Returns: both numbers.
    public func stopped(in mode: Mode? = nil, group: String? = nil) -> CourtReport.Share {
        let counted = attempts.filter { (mode ?? $0.mode) == $0.mode && (group ?? $0.group) == $0.group }
        return CourtReport.Share(counted.count { $0.isStopped }, of: counted.count)
    }

    /// What got through, the modes of a scenario together.
    public var throughByScenario: [[CourtReport.Attempt]] {
        attempts.filter { !$0.isStopped }.reduce(into: []) { groups, attempt in
            if groups.last?.first?.scenario == attempt.scenario {
                groups[groups.count - 1].append(attempt)
            } else {
                groups.append([attempt])
            }
        }
    }

    /// How many workloads run in the sandbox.
    public var running: CourtReport.Share { CourtReport.Share(works.count { $0.isRunning }, of: works.count) }

    /// How many workloads the person can do beside a command in the sandbox.
    public var runningBeside: CourtReport.Share {
        CourtReport.Share(works.count { $0.isRunningBeside }, of: works.count)
    }

    /// Whether another design is at least as good in every figure, and better in one.
    ///
    /// - Parameter other: the other design.
    /// - Returns: whether this one is beaten.
    public func isBeaten(by other: CourtReport.Entry) -> Bool {
        let (own, others) = (figures, other.figures)
        return zip(own, others).allSatisfy { $0 <= $1 } && own != others
    }

    /// The figures, each the better the larger.
    private var figures: [Int] {
        [stopped().part, running.part, runningBeside.part, -change.items.count, -change.opened.count]
    }
}

extension CourtReport {
    /// A part of a number.
    public struct Share: Sendable, Hashable {
        /// The part.
        public let part: Int
        /// The number.
        public let all: Int

        init(_ part: Int, of all: Int) {
            self.part = part
            self.all = all
        }

        /// Per cent, rounded down, so that only all is a hundred.
        public var percent: Int { all == 0 ? 100 : part * 100 / all }
    }

    /// The designs that no other beats.
    public var unbeaten: [String] {
        designs.filter { design in !designs.contains { design.isBeaten(by: $0) } }.map(\.design)
    }
}

extension CourtReport.Change {
    /// The kinds of which something is left, in the order in which they were looked for.
    public var kinds: [String] {
        items.reduce(into: []) { kinds, item in if kinds.last != item.kind { kinds.append(item.kind) } }
    }
}
