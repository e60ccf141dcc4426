import PosixSecurity
import Testing

@Suite struct AccessControlListTests {
    private static let base: [AccessControlEntry] = [
        AccessControlEntry(.owner, .all), AccessControlEntry(.owningGroup, [.read]), AccessControlEntry(.other, []),
    ]

    @Test func minimalListIsTheMode() {
        for mode in UInt32(0)..<0o1000 {
            let list = AccessControlList(mode: mode | 0o7000)
            #expect(list.mode == mode && list.isMinimal && list.isValid)
            #expect(list.entries.count == 3)
        }
    }

    @Test func entriesComeBackSortedWhateverTheirOrder() throws {
        let entries =
            Self.base + [
                AccessControlEntry(.group(9), [.write]), AccessControlEntry(.user(7), []),
                AccessControlEntry(.group(3), .all), AccessControlEntry(.mask, [.write]),
            ]
        let list = try AccessControlList(entries: entries.reversed())
        #expect(list.description == "u::rwx,u:7:---,g::r--,g:3:rwx,g:9:-w-,m::-w-,o::---")
        #expect(try AccessControlList(entries: list.entries) == list)
        #expect(list.mode == 0o720)
    }

    @Test(arguments: [
        ([1, 2], AccessControlListError.Code.missingBaseEntry), ([0, 2], .missingBaseEntry),
        ([0, 1], .missingBaseEntry), ([0, 1, 2, 0], .duplicateEntry), ([0, 1, 2, 3], .missingMask),
        ([0, 1, 2, 3, 3, 4], .duplicateEntry), ([0, 1, 2, 4, 4], .duplicateEntry),
        ([0, 1, 2, 4, 5], .unknownPermission), ([0, 1, 2, 4, 6], .undefinedIdentifier),
    ]) func brokenRuleIsNamed(_ choice: [Int], _ code: AccessControlListError.Code) {
        let stock =
            Self.base + [
                AccessControlEntry(.user(5), [.read]), AccessControlEntry(.mask, [.read]),
                AccessControlEntry(.group(5), Permissions(rawValue: 8)), AccessControlEntry(.group(.max), [.read]),
            ]
        let error = #expect(throws: AccessControlListError.self) {
            try AccessControlList(entries: choice.map { stock[$0] })
        }
        #expect(error?.code == code)
    }

    @Test func firstNameBringsAMaskThatGivesNothing() {
        var list = AccessControlList(mode: 0o640)
        list.setUser(8, .all)
        #expect(list.mask == [.read] && list.mode == 0o640 && list.isValid)
        #expect(!list.allows([.write], owner: 1, group: 1, to: Credentials(user: 8, group: 8)))
        list.setUser(8, nil)
        list.limitMask()
        #expect(list == AccessControlList(mode: 0o640))
    }

    /// Raising a mask gives rights only to the names that are kept; narrowing it gives none to anybody.
    @Test func masksNeverWidenOthers() {
        let people = [1, 2, 8, 9].flatMap { user in
            [1, 5, 6].map { Credentials(user: UInt32(user), group: $0) }
        }
        for user in Permissions.combinations {
            for group in Permissions.combinations {
                for mask in Permissions.combinations {
                    for raise in Permissions.combinations {
                        var list = AccessControlList(mode: 0o750)
                        list.setUser(8, user)
                        list.setGroup(5, group)
                        list.mask = mask
                        var raised = list
                        raised.raiseMask(by: raise, keepingUsers: [8])
                        var limited = raised
                        limited.limitMask()
                        for person in people where person.user != 8 {
                            for wanted in Permissions.combinations {
                                let before = list.allows(wanted, owner: 1, group: 1, to: person)
                                let after = raised.allows(wanted, owner: 1, group: 1, to: person)
                                #expect(before || !after)
                                #expect(after || !limited.allows(wanted, owner: 1, group: 1, to: person))
                            }
                        }
                        #expect(raise.isSubset(of: raised.effectiveMask))
                    }
                }
            }
        }
    }
}
