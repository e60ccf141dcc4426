/// The figures of designs, as data: what a page, a table and a file show.
public struct CourtReport: Sendable, Codable, Hashable {
    /// The form of the file.
    public static let schema = 1

    /// The form of this report.
    public let schema: Int
    /// The modes in which attempts were made.
    public let modes: [Mode]
    /// How many attempts are left out, because they do not succeed without a sandbox either.
    public let uncounted: Int
    /// The designs in the order in which they were asked for.
    public let designs: [Entry]

    init(modes: [Mode], uncounted: Int, designs: [Entry]) {
        schema = Self.schema
        self.modes = modes
        self.uncounted = uncounted
        self.designs = designs
    }

    /// One design.
    public struct Entry: Sendable, Codable, Hashable {
        /// Its name.
        public let design: String
        /// What it is, in half a sentence.
        public let summary: String
        /// The attempts that the policy wants stopped.
        public let attempts: [Attempt]
        /// The work.
        public let works: [Work]
        /// What it leaves.
        public let change: Change
    }

    /// One attempt in one mode.
    public struct Attempt: Sendable, Codable, Hashable {
        /// The scenario's name.
        public let scenario: String
        /// The scenario's title.
        public let title: String
        /// The scenario's group.
        public let group: String
        /// The mode.
        public let mode: Mode
        /// Whether it did not go through.
        public let isStopped: Bool
        /// The layers that stopped it.
        public let layers: [Layer]
        /// The answer in the machine's words.
        public let answer: String
        /// Why it got through, where that was asked for.
        public let derivation: [String]
    }

    /// One workload.
    public struct Work: Sendable, Codable, Hashable {
        /// The workload's name.
        public let workload: String
        /// What is done.
        public let title: String
        /// The mode in which it was done.
        public let mode: Mode
        /// How many steps it has.
        public let steps: Int
        /// The steps that failed in the sandbox, and what was not found afterwards.
        public let failures: [Failure]
        /// The steps that failed when the person did the same beside a command in the sandbox.
        public let failuresBeside: [Failure]

        /// Whether the work can be done in the sandbox.
        public var isRunning: Bool { failures.allSatisfy { !$0.isNeeded } }
        /// Whether the person can do it beside a command in the sandbox.
        public var isRunningBeside: Bool { failuresBeside.allSatisfy { !$0.isNeeded } }
    }

    /// A step that failed.
    public struct Failure: Sendable, Codable, Hashable {
        /// The step.
        public let step: String
        /// Why the work goes on without it; nothing for what it needs.
        public let goesOnBecause: String?
        /// The answer in the machine's words.
        public let answer: String
        /// How it came about, by the function that decided.
        public let derivation: [String]

        /// Whether the work fails without it.
        public var isNeeded: Bool { goesOnBecause == nil }
    }

    /// What is left on the machine.
    public struct Change: Sendable, Codable, Hashable {
        /// One thing that is not as it was.
        public struct Item: Sendable, Codable, Hashable {
            /// What it is.
            public let kind: String
            /// Its name or path.
            public let subject: String
            /// Whether it lies in the workspace.
            public let isInWorkspace: Bool
        }

        /// Everything that is not as it was.
        public var items: [Item] = []
        /// Files that a low process of the person, or another person, may write now and could not before.
        public var opened: [String] = []
    }
}

extension CourtReport.Failure {
    init(_ attempt: Attempt, _ observation: Observation, goesOnBecause: String?) {
        step = "\(attempt)"
        self.goesOnBecause = goesOnBecause
        answer = observation.answer
        derivation = observation.derivation
    }
}
