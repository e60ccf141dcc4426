import PosixSecurity
import Testing

@Suite struct DecisionTests {
    /// The rule of acl(5) written the other way round: first who is concerned, then what the best of them has.
    private static func naive(_ list: AccessControlList, _ person: Credentials, _ wanted: Permissions) -> Bool {
        if person.user == SmallLists.owner { return wanted.subtracting(list.owner) == [] }
        let mask = list.mask ?? .all
        let inGroup = person.group == SmallLists.group || person.supplementaryGroups.contains(SmallLists.group)
        if mask == [] { return wanted.subtracting(inGroup ? [] : list.other) == [] }
        for entry in list.users where entry.id == person.user {
            return wanted.subtracting(entry.permissions.intersection(mask)) == []
        }
        var concerned = inGroup ? [list.owningGroup] : []
        for id in [person.group] + person.supplementaryGroups {
            concerned += list.groups.filter { $0.id == id }.map(\.permissions)
        }
        if concerned.isEmpty { return wanted.subtracting(list.other) == [] }
        return concerned.map { wanted.subtracting($0.intersection(mask)) == [] }.contains(true)
    }

    @Test func agreesWithTheNaiveRuleOnEverySmallList() {
        var allowed = 0
        for list in SmallLists.lists {
            for person in SmallLists.people {
                for wanted in SmallLists.rights {
                    let answer = list.allows(wanted, owner: SmallLists.owner, group: SmallLists.group, to: person)
                    if answer != Self.naive(list, person, wanted) {
                        Issue.record("\(list) \(person) \(wanted): \(answer)")
                        return
                    }
                    allowed += answer ? 1 : 0
                }
            }
        }
        #expect(SmallLists.lists.count == 8000 - 64 + 80)
        #expect(allowed > 100_000)
    }

    @Test func derivationNamesTheEntryThatDecided() throws {
        let list = try AccessControlList(text: "u::rw-,u:3:rw-,g::r--,g:4:-w-,g:5:r--,m::r--,o::rwx")
        func steps(_ user: UInt32, _ groups: Set<UInt32>, _ wanted: Permissions) -> [DerivationStep] {
            var log = DerivationLog()
            let person = Credentials(user: user, group: 9, supplementaryGroups: groups)
            let heard = list.allows(wanted, owner: 1, group: 2, to: person, recorder: &log)
            #expect(heard == list.allows(wanted, owner: 1, group: 2, to: person))
            return log.steps
        }
        #expect(
            steps(3, [4], [.write]) == [
                .entry(AccessControlEntry(.user(3), [.read, .write]), wanted: [.write], allows: true),
                .mask([.read], wanted: [.write], allows: false),
            ])
        #expect(
            steps(8, [4, 5], [.read, .write]) == [
                .entry(AccessControlEntry(.group(4), [.write]), wanted: [.read, .write], allows: false),
                .entry(AccessControlEntry(.group(5), [.read]), wanted: [.read, .write], allows: false),
            ])
        #expect(
            steps(8, [], [.execute]) == [
                .entry(AccessControlEntry(.other, .all), wanted: [.execute], allows: true)
            ])
    }

    /// A named user's entry is void where the mask is empty: Linux then looks at the mode alone.
    @Test func emptyMaskMakesADenialVoid() throws {
        let list = try AccessControlList(text: "u::rw-,u:3:---,g::---,m::---,o::r--")
        var log = DerivationLog()
        #expect(list.allows([.read], owner: 1, group: 2, to: Credentials(user: 3, group: 3), recorder: &log))
        #expect(log.steps.first == .entriesIgnored)
        let effective = try AccessControlList(text: "u::rw-,u:3:---,g::---,m::r--,o::r--")
        #expect(!effective.allows([.read], owner: 1, group: 2, to: Credentials(user: 3, group: 3)))
    }

    @Test func silentRecorderEvaluatesNothing() {
        var silent = SilentRecorder()
        var evaluated = false
        func step() -> DerivationStep {
            evaluated = true
            return .entriesIgnored
        }
        silent.record(step())
        #expect(!evaluated)
    }
}
