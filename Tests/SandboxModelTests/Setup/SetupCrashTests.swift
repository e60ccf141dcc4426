import SandboxModel
import Testing

/// Crashes at every step of install and uninstall; the next run must finish or undo.
@Suite struct SetupCrashTests {
    static let alice = RealUser(name: "alice", identifier: 1000)
    static let bob = RealUser(name: "bob", identifier: 1001)

    /// What may be there before setup comes: nothing, things to adopt, things to keep and put back.
    static let beginnings: [[String: String]] = [
        [:],
        ["create-group users 1": "yes", "create-group users 2": "yes", "create-group users 3": "yes", "motd": "hello"],
        [
            "deny-scheduled-jobs cron 2": "mallory", "deny-scheduled-jobs at 1": "yes",
            "deny-scheduled-jobs at 3": "eve",
        ],
    ]

    static func plan(_ user: RealUser?) -> SetupPlan { .documented(for: user) }

    static func isInForce(_ machine: SetupMachine, _ plan: SetupPlan) throws -> Bool {
        var engine = try machine.engine()
        return try engine.verify(plan).allSatisfy { $0.state == .inForce && $0.isRecorded }
    }

    /// How many steps an operation takes when nothing fails.
    static func steps(_ facts: [String: String], installed: Bool, _ body: (SetupMachine) throws -> Void) throws -> Int {
        let machine = SetupMachine(facts: facts)
        if installed {
            var engine = try machine.engine()
            _ = try engine.install(plan(alice))
        }
        try body(machine)
        return machine.power.steps
    }

    @Test(arguments: beginnings) func installCrashesAnywhere(_ facts: [String: String]) throws {
        let total = try Self.steps(facts, installed: false) { machine in
            var engine = try machine.engine()
            _ = try engine.install(Self.plan(Self.alice))
        }
        #expect(total > 60)
        for step in 0..<total {
            let crashed = SetupMachine(facts: facts)
            #expect(throws: SetupError.self) {
                var engine = try crashed.engine(failingAfter: step)
                _ = try engine.install(Self.plan(Self.alice))
            }
            let other = SetupMachine(facts: crashed.facts)
            other.journal = crashed.journal

            var again = try crashed.engine()
            _ = try again.install(Self.plan(Self.alice))
            #expect(try Self.isInForce(crashed, Self.plan(Self.alice)), "finished after step \(step)")
            var end = try crashed.engine()
            _ = try end.uninstall()
            #expect(crashed == SetupMachine(facts: facts), "undone after finishing step \(step)")

            var undo = try other.engine()
            _ = try undo.uninstall()
            #expect(other == SetupMachine(facts: facts), "undone after step \(step)")
        }
    }

    @Test(arguments: beginnings) func uninstallCrashesAnywhere(_ facts: [String: String]) throws {
        let total = try Self.steps(facts, installed: true) { machine in
            var engine = try machine.engine()
            _ = try engine.uninstall()
        }
        #expect(total > 60)
        for step in 0..<total {
            let crashed = SetupMachine(facts: facts)
            var first = try crashed.engine()
            _ = try first.install(Self.plan(Self.alice))
            #expect(throws: SetupError.self) {
                var engine = try crashed.engine(failingAfter: step)
                _ = try engine.uninstall()
            }
            let other = SetupMachine(facts: crashed.facts)
            other.journal = crashed.journal

            var again = try crashed.engine()
            _ = try again.uninstall()
            #expect(crashed == SetupMachine(facts: facts), "undone after step \(step)")

            var install = try other.engine()
            _ = try install.install(Self.plan(Self.alice))
            #expect(try Self.isInForce(other, Self.plan(Self.alice)), "installed again after step \(step)")
            var end = try other.engine()
            _ = try end.uninstall()
            #expect(other == SetupMachine(facts: facts), "undone after installing again, step \(step)")
        }
    }

    /// A second crash, during the recovery of the first, over a plan that is small enough for every pair of steps.
    @Test func recoveryCrashesAnywhere() throws {
        let plan = SetupPlan(effects: [.denyScheduledJobs(.cron), .createGroup(.launch)])
        let facts = ["deny-scheduled-jobs cron 1": "mallory"]
        var pairs = 0
        for first in 0..<40 {
            for second in 0..<40 {
                for removes in [false, true] {
                    let machine = SetupMachine(facts: facts)
                    var one = try machine.engine(failingAfter: first)
                    _ = try? one.install(plan)
                    var two = try machine.engine(failingAfter: second)
                    if removes { _ = try? two.uninstall() } else { _ = try? two.install(plan) }
                    let other = SetupMachine(facts: machine.facts)
                    other.journal = machine.journal
                    var three = try machine.engine()
                    _ = try three.install(plan)
                    #expect(try Self.isInForce(machine, plan))
                    var end = try machine.engine()
                    _ = try end.uninstall()
                    #expect(machine == SetupMachine(facts: facts))
                    var four = try other.engine()
                    _ = try four.uninstall()
                    #expect(other == SetupMachine(facts: facts))
                    pairs += 1
                }
            }
        }
        #expect(pairs == 3200)
    }

    @Test func secondUserCrashesAnywhere() throws {
        for step in 0..<200 {
            let machine = SetupMachine()
            var first = try machine.engine()
            _ = try first.install(Self.plan(Self.alice))
            var second = try machine.engine(failingAfter: step)
            let failed = (try? second.install(Self.plan(Self.bob))) == nil
            var third = try machine.engine()
            _ = try third.install(Self.plan(Self.bob))
            #expect(try Self.isInForce(machine, Self.plan(Self.alice)))
            #expect(try Self.isInForce(machine, Self.plan(Self.bob)))
            var end = try machine.engine()
            _ = try end.uninstall()
            #expect(machine == SetupMachine())
            if !failed { return }
        }
        Issue.record("enrolling the second user never ended")
    }

    @Test func withdrawingCrashesAnywhere() throws {
        let alice = try #require(Self.alice)
        let bob = try #require(Self.bob)
        let expected = SetupMachine()
        var only = try expected.engine()
        _ = try only.install(Self.plan(alice))
        for step in 0..<200 {
            let machine = SetupMachine()
            for user in [alice, bob] {
                var engine = try machine.engine()
                _ = try engine.install(Self.plan(user))
            }
            var crashing = try machine.engine(failingAfter: step)
            let failed = (try? crashing.withdraw(bob)) == nil
            var again = try machine.engine()
            if failed { _ = try again.withdraw(bob) }
            #expect(machine.facts == expected.facts, "bob is gone, alice is not, after step \(step)")
            var look = try machine.engine()
            #expect(look.enrolled == [alice])
            #expect(try look.repair().allSatisfy { $0.step == .keep })
            let error = #expect(throws: SetupError.self) { try look.withdraw(bob) }
            #expect(error?.code == .notInstalled)
            var end = try machine.engine()
            _ = try end.uninstall()
            #expect(machine == SetupMachine())
            if !failed { return }
        }
        Issue.record("withdrawing the second user never ended")
    }
}
