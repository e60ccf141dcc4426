import Foundation
import KernelStage
import SandboxModel
import Scenarios
import Testing

/// Designs before the court, on a small part of the corpus.
struct CourtTests {
    private static func report(
        _ scenarios: [Scenario], _ designs: [SandboxDesign], workloads: [Workload]? = nil, modes: [Mode] = [.offline],
        explainsGrants: Bool = false, jobs: Int = 2
    ) throws -> CourtReport {
        try Court(
            scenarios: scenarios, workloads: workloads ?? Examples.workloads(), modes: modes,
            explainsGrants: explainsGrants
        ).run(designs, jobs: jobs)
    }

    private static func entry(_ report: CourtReport, _ design: SandboxDesign) throws -> CourtReport.Entry {
        try #require(report.designs.first { $0.design == design.name })
    }

    /// The control of every workload: without a sandbox all of it works, and what it makes is there.
    @Test func everyWorkloadRunsWithoutASandbox() throws {
        let works = try Self.entry(Self.report([], [.noSandbox]), .noSandbox).works
        #expect(works.count == 9)
        for work in works {
            #expect(work.failures.isEmpty && work.failuresBeside.isEmpty, "\(work.workload): \(work.failures)")
        }
    }

    /// What no sandbox would stop either is not counted for any.
    @Test func withoutASandboxAttemptsOnTheNetworkGoThrough() throws {
        let entry = try Self.entry(
            Self.report(Examples.scenarios("network"), [.noSandbox], workloads: []), .noSandbox)
        #expect(entry.attempts.count > 20 && entry.stopped().part == 0)
        #expect(entry.change.items.isEmpty, "nothing is left: \(entry.change.items)")
    }

    /// The record's reason against each rejected design, as figures.
    @Test func theRejectedDesignsFailAsTheRecordSays() throws {
        let report = try Self.report(Examples.scenarios("network"), SandboxDesign.contenders)
        func of(_ design: SandboxDesign) throws -> CourtReport.Entry { try Self.entry(report, design) }
        let documented = try of(.elevatedOnWindows)
        // Without accounts nothing of the network is cut off that does not want to be: not by variables, not by a rule on a
        // capability, which firewalls do not know, and not by one on the program that only starts others.
        for design in [SandboxDesign.unelevatedOnWindows, .environmentOnly, .capabilityRule, .programRule, .noSandbox] {
            #expect(try of(design).stopped().part == 0, "\(design.name)")
        }
        #expect(2 * documented.stopped().part > documented.stopped().all)
        // A rule on the person does it, and stops the person.
        let oneAccount = try of(.oneAccount)
        #expect(oneAccount.stopped().part >= documented.stopped().part)
        #expect(oneAccount.runningBeside.part < oneAccount.runningBeside.all)
        // A package is the tightest, and nothing works in it.
        let package = try of(.appContainer)
        #expect(package.stopped().part > documented.stopped().part && package.running.part == 0)
        // A low level lets all work, and everybody else in.
        let low = try of(.lowIntegrity)
        #expect(low.running.part == low.running.all && !low.change.opened.isEmpty)
        #expect(documented.change.opened.isEmpty)
        // What a virtual machine makes is not where it is needed, whatever it is.
        for work in try of(.virtualMachine).works {
            #expect(work.isRunning == ["git-inspect", "settings", "test-run", "test-server"].contains(work.workload))
        }
        // The documented design lets the most work of those that cut the network off, at the price of what it leaves.
        for entry in report.designs where entry.design != documented.design && entry.stopped().percent > 50 {
            #expect(entry.running.part < documented.running.part || entry.runningBeside.part < entry.works.count)
        }
        #expect(report.designs.allSatisfy { $0.change.items.count <= documented.change.items.count })
        #expect(documented.runningBeside.part == documented.works.count)
    }

    /// What the documented design breaks is what its record says it breaks: the protected repository, and the loopback.
    @Test func theDocumentedDesignBreaksWhatItSays() throws {
        let entry = try Self.entry(Self.report([], [.elevatedOnWindows]), .elevatedOnWindows)
        #expect(entry.works.filter { !$0.isRunning }.map(\.workload) == ["git-commit", "test-server"])
        let failures = entry.works.flatMap(\.failures).filter(\.isNeeded)
        #expect(failures.contains { $0.derivation.contains { $0.contains("restricted: entryDenies") } })
        #expect(failures.contains { $0.derivation.contains { $0.contains("block_loopback_tcp") } })
        for kind in ["accounts", "groups", "files-made", "lists", "registry-keys", "firewall-rules", "packet-filters"] {
            #expect(entry.change.kinds.contains(kind), "\(kind)")
        }
        #expect(!entry.change.kinds.contains("contents") && !entry.change.kinds.contains("files-removed"))
    }

    /// An attempt by a program that the command starts meets what the command itself meets, as the corpus expects it.
    @Test func theCourtAgreesWithTheCorpus() throws {
        let scenarios = try Examples.scenarios("network", "reads-and-secrets", "persistence")
        let entry = try Self.entry(
            Self.report(scenarios, [.elevatedOnWindows], workloads: [], modes: Mode.confined), .elevatedOnWindows)
        #expect(entry.attempts.count > 100)
        for attempt in entry.attempts {
            let scenario = try #require(scenarios.first { $0.id == attempt.scenario })
            let expected = scenario.expectation(on: .windows, in: attempt.mode)?.verdict
            #expect((expected != .allowed) == attempt.isStopped, "\(attempt.scenario) \(attempt.mode)")
        }
    }

    /// What is done to a copy is done to nobody; what is read from a copy is read.
    @Test func aCopyKeepsWhatIsDoneAndTellsWhatItKnows() throws {
        let entry = try Self.entry(
            Self.report(Examples.scenarios("reads-and-secrets", "persistence"), [.virtualMachine], workloads: []),
            .virtualMachine)
        let written = entry.attempts.filter { $0.answer.hasPrefix("unseen: it was done on the copy") }
        #expect(!written.isEmpty && written.allSatisfy { $0.layers.map(\.rawValue) == ["unseen"] })
        #expect(entry.attempts.contains { !$0.isStopped && $0.title.hasPrefix("Read") })
    }

    @Test func whatIsGrantedIsExplainedByTheCheckThatGrants() throws {
        let report = try Self.report(
            Examples.scenarios("network"), [.programRule, .capabilityRule], workloads: [], explainsGrants: true)
        func lines(_ design: SandboxDesign) throws -> [String] {
            let attempt = try #require(
                try Self.entry(report, design).attempts.first { $0.scenario == "tcp-over-ipv4" })
            return attempt.derivation
        }
        #expect(
            try lines(.programRule) == [
                "the rule sandbox_block_outbound is about the program cmd.exe, not about tool.exe"
            ])
        let capability = try lines(.capabilityRule)
        #expect(capability.first == "the rule sandbox_block_outbound is not about this token")
        #expect(capability.contains { $0.hasPrefix("ordinary: passEnds") })
        let name = try Self.entry(report, .programRule).attempts.first { $0.scenario == "names-over-udp" }
        #expect(name?.derivation == ["the machine's resolver asks, which is not in the sandbox"])
        let plain = try Self.report(Examples.scenarios("network"), [.programRule], workloads: [])
        #expect(plain.designs[0].attempts.allSatisfy { $0.derivation.isEmpty }, "only when it is asked for")
    }

    /// Whatever got through says why: by the checks that granted, by rules that are about others, or that nothing was asked.
    @Test(arguments: [SandboxDesign.unelevatedOnWindows, .lowIntegrity]) func everythingThatGotThroughIsExplained(
        _ design: SandboxDesign
    ) throws {
        let report = try Self.report(
            Examples.scenarios("confused-deputies", "persistence", "privilege", "processes", "network"), [design],
            workloads: [], explainsGrants: true)
        let through = try Self.entry(report, design).attempts.filter { !$0.isStopped }
        #expect(!through.isEmpty && through.allSatisfy { !$0.derivation.isEmpty })
        #expect(through.contains { $0.derivation.contains { $0.hasPrefix("ordinary: ") } })
    }

    @Test func theResultDoesNotDependOnTheNumberOfJobs() throws {
        let designs = Array(SandboxDesign.contenders.prefix(3))
        let scenarios = Array(try Examples.scenarios("network").prefix(12))
        let one = try Self.report(scenarios, designs, jobs: 1)
        #expect(try Self.report(scenarios, designs, jobs: 3) == one)
        #expect(one.designs.map(\.design) == designs.map(\.name))
    }

    @Test func progressComesToItsEnd() throws {
        final class Counter: @unchecked Sendable {
            let lock = NSLock()
            var sum = 0
        }
        let court = Court(
            scenarios: Array(try Examples.scenarios("network").prefix(6)), workloads: try Examples.workloads(),
            modes: [.offline])
        let counter = Counter()
        let report = try court.run([.noSandbox, .lowIntegrity], jobs: 2) { step in
            counter.lock.withLock { counter.sum += step }
        }
        #expect(counter.sum == court.size(designs: 2) - 2 * report.uncounted)
    }
}
