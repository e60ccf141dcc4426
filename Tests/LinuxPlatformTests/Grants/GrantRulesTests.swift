import PosixSecurity
import Testing

@testable import LinuxPlatform

/// The rules over every combination of a few entries, judged by the decision of PosixSecurity.
@Suite struct GrantRulesTests {
    static let owner: UInt32 = 1000
    static let group: UInt32 = 1000
    static let bob: UInt32 = 1001
    static let team: UInt32 = 2000
    static let rules = GrantRules(
        owner: owner, capability: 65600, users: 61010, principals: [61011, 61012], includePrivate: false)

    static let sandbox = Credentials(user: 61011, group: 65600, supplementaryGroups: [61010])
    /// Everybody but the owner and the principals.
    static let others = [bob, 9].flatMap { user in
        [9, group, team].map { Credentials(user: user, group: $0) }
    }

    static let lists: [AccessControlList] = {
        func rights(_ digits: [UInt8?]) -> [Permissions?] { digits.map { $0.map { Permissions(rawValue: $0) } } }
        var lists: [AccessControlList] = []
        for mode in [0o400, 0o600, 0o640, 0o644, 0o604, 0o602, 0o755, 0o770, 0o775, 0o777] as [UInt32] {
            for user in rights([nil, 0, 4, 6]) {
                for team in rights([nil, 0, 6]) {
                    for capability in rights([nil, 4, 6, 7]) {
                        for principal in rights([nil, 0, 5, 7]) {
                            for mask in rights([0, 1, 4, 6, 7]) {
                                var list = AccessControlList(mode: mode)
                                list.setUser(bob, user)
                                list.setGroup(Self.team, team)
                                list.setGroup(65600, capability)
                                list.setUser(61011, principal)
                                if list.namedEntryCount > 0 { list.mask = mask }
                                lists.append(list)
                            }
                        }
                    }
                }
            }
        }
        return Array(Set(lists))
    }()

    private static func allows(_ list: AccessControlList, _ wanted: Permissions, _ person: Credentials) -> Bool {
        list.allows(wanted, owner: owner, group: group, to: person)
    }

    /// What both passes have in common: they are done after one time, and give nobody else a right.
    private static func checkCommon(_ purpose: EntryPurpose, _ before: AccessControlList) -> AccessControlList? {
        let lists = AccessLists(access: before)
        guard let after = rules.apply(purpose, to: lists, isDirectory: false, isRoot: false) else { return nil }
        #expect(after.access.isValid)
        #expect(rules.apply(purpose, to: after, isDirectory: false, isRoot: false) == after, "\(before)")
        for person in others {
            for wanted in [Permissions.read, .write, .execute, [.read, .write]]
            where allows(after.access, wanted, person) && !allows(before, wanted, person) {
                Issue.record("\(purpose): \(before) became \(after.access): \(person) gained \(wanted)")
            }
        }
        // The undo of what was clean before gives it back, or says that it needs an image.
        if rules.withdrawn(lists) == lists {
            let exact = rules.withdrawn(after) == lists
            #expect(exact != rules.needsImage(before: lists, after: after, purpose: purpose))
            if before.isMinimal { #expect(exact, "\(before)") }
        }
        return after.access
    }

    @Test func capabilityReadsAndWrites() {
        var granted = 0
        for before in Self.lists {
            guard let after = Self.checkCommon(.writable, before) else {
                #expect(before.mode & 0o077 == 0)
                continue
            }
            granted += 1
            #expect(Self.allows(after, [.read, .write], Self.sandbox), "\(before) \(after)")
            if before.owner.contains(.execute) { #expect(Self.allows(after, .all, Self.sandbox)) }
        }
        #expect(granted > 1000 && granted < Self.lists.count)
    }

    @Test func protectedTreeIsReadAtMost() {
        for before in Self.lists {
            guard let after = Self.checkCommon(.protected, before) else {
                Issue.record("closed: \(before)")
                continue
            }
            for user in [61011, 61012] as [UInt32] {
                var person = Self.sandbox
                person.user = user
                #expect(!Self.allows(after, [.write], person), "\(before) became \(after)")
                #expect(Self.allows(after, [.read], person) == before.other.contains(.read))
                #expect(Self.allows(after, [.execute], person) == before.other.contains(.execute))
            }
            #expect(after.group(65600) == nil)
        }
    }

    @Test func sandboxUsersRead() {
        for before in Self.lists {
            let lists = AccessLists(access: before)
            guard let after = Self.rules.apply(.readable, to: lists, isDirectory: false, isRoot: false) else {
                #expect(before.mode & 0o077 == 0)
                continue
            }
            let reader = Credentials(user: 9, group: 61010)
            #expect(Self.allows(after.access, [.read], reader))
            #expect(!Self.allows(after.access, [.write], reader))
        }
    }

    @Test func undoGivesNobodyARight() {
        for before in Self.lists {
            let after = Self.rules.withdrawn(AccessLists(access: before)).access
            #expect(after.group(65600) == nil && after.user(61011) == nil && after.isValid)
            for person in Self.others {
                for wanted in [Permissions.read, .write, .execute]
                where Self.allows(after, wanted, person) && !Self.allows(before, wanted, person) {
                    // Where the mask was empty, the kernel judged by `other`; without names it does so by rule.
                    #expect(before.mask == [], "\(before) became \(after): \(person) gained \(wanted)")
                }
            }
        }
    }

    @Test func directoriesPassTheirEntriesOn() throws {
        let inherited: [AccessControlList?] =
            [nil] + Self.lists.enumerated().filter { $0.offset % 160 == 0 }.map(\.element)
        for before in Self.lists.enumerated().filter({ $0.offset % 19 == 0 }).map(\.element) {
            for list in inherited {
                let lists = AccessLists(access: before, inherited: list)
                for purpose in [EntryPurpose.writable, .protected, .readable] {
                    let rules = Self.rules
                    let after = try #require(rules.apply(purpose, to: lists, isDirectory: true, isRoot: true))
                    #expect(rules.apply(purpose, to: after, isDirectory: true, isRoot: true) == after)
                    let made = try #require(after.inherited)
                    #expect(made.isValid)
                    switch purpose {
                    case .writable:
                        // A file made with mode 0666 by the sandbox: the capability and the real user write it.
                        #expect(made.group(65600) == .all && made.user(Self.owner) == .all && made.mask == .all)
                        #expect(made.user(61011) == nil)
                    case .protected:
                        #expect(made.group(65600) == nil)
                        #expect(made.user(61011)?.contains(.write) == false)
                    default:
                        #expect(made.group(61010)?.isSuperset(of: [.read, .execute]) == true)
                    }
                }
            }
        }
    }

    @Test func ownerEntryStaysWhileAnotherCapabilityIsThere() {
        var lists = AccessLists(access: AccessControlList(mode: 0o755))
        lists = Self.rules.writable(lists, isDirectory: true)
        let second = GrantRules(
            owner: Self.owner, capability: 65601, users: 61010, principals: [61011, 61012], includePrivate: false)
        let both = second.writable(lists, isDirectory: true)
        #expect(second.withdrawn(both) == lists)
        #expect(Self.rules.withdrawn(both).inherited?.user(Self.owner) == .all)
        #expect(Self.rules.withdrawn(second.withdrawn(both)).inherited == nil)
    }

    /// An image belongs to the grant that made it necessary; the undo of another one leaves it alone.
    @Test func imagesAreToldApartByTheirGrant() throws {
        let second = GrantRules(
            owner: Self.owner, capability: 65601, users: 61010, principals: [61011, 61012], includePrivate: false)
        let before = AccessLists(access: try AccessControlList(text: "u::rw-,u:1001:rw-,g::r--,m::r--,o::r--"))
        let first = Self.rules.writable(before, isDirectory: false)
        let both = second.writable(first, isDirectory: false)
        #expect(Self.rules.needsImage(before: before, after: first, purpose: .writable))
        let image = AccessListsImage(path: Array("/x".utf8), before: before, after: first)
        let other = AccessListsImage(path: Array("/x".utf8), before: first, after: both)
        #expect(Self.rules.isImage(image, of: .withdrawn) && !Self.rules.isImage(image, of: .readWithdrawn))
        #expect(second.isImage(other, of: .withdrawn) && !second.isImage(image, of: .withdrawn))
        #expect(!Self.rules.isImage(other, of: .withdrawn))
    }
}
