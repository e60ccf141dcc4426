import Testing
import WindowsSecurity

@Suite struct FileRuleTests {
    private let own = FileObject(World.descriptor([.allow(.fileAll, to: World.user)]))

    @Test func sharingIsAskedOfBothHandles() {
        let reader = (granted: AccessMask.fileGenericRead, sharing: ShareMode.read)
        #expect(FileRules.share(.fileGenericRead, sharing: .read, with: [reader]) == .success)
        #expect(FileRules.share(.fileGenericWrite, sharing: [.read, .write], with: [reader]) == .sharingViolation)
        #expect(FileRules.share(.fileGenericRead, sharing: [], with: [reader]) == .sharingViolation)
        #expect(FileRules.share(.fileReadAttributes, sharing: [], with: [reader]) == .success)
        #expect(FileRules.share(.delete, sharing: .read, with: [(.delete, [.read, .delete])]) == .sharingViolation)
    }

    @Test func theWayIsCheckedOnlyWithoutThePrivilege() {
        let closed = World.descriptor([])
        var token = World.plain
        #expect(
            FileRules(token: token).open(own, in: nil, path: [closed], desired: .fileReadData).status == .accessDenied)
        token.privileges = PrivilegeSet([.changeNotify])
        token.enabledPrivileges = token.privileges
        #expect(FileRules(token: token).open(own, in: nil, path: [closed], desired: .fileReadData).isSuccess)
    }

    @Test func theNewNameMustBeFreeOrReplaceable() {
        let rules = FileRules(token: World.plain)
        let directory = World.descriptor([.allow(.fileModify, to: World.user)])
        #expect(rules.rename(own, in: directory, to: directory).isSuccess)
        #expect(rules.rename(own, in: directory, to: directory, replacing: own).status == .objectNameCollision)
        #expect(rules.rename(own, in: directory, to: directory, replacing: own, replaces: true).isSuccess)
        var readOnly = own
        readOnly.isReadOnly = true
        #expect(
            rules.rename(own, in: directory, to: directory, replacing: readOnly, replaces: true).status == .accessDenied
        )
        #expect(rules.markForDeletion(readOnly).status == .cannotDelete)
        #expect(rules.markForDeletion(readOnly, ignoresReadOnly: true).isSuccess)
    }

    @Test func aWriteJailCreatesOnlyWhereItsSIDMay() {
        let token = World.restricted([World.synthetic], writesOnly: true)
        let rules = FileRules(token: token)
        let inside = World.descriptor([.allow(.fileModify, to: World.user), .allow(.fileModify, to: World.synthetic)])
        let outside = World.descriptor([.allow(.fileAll, to: World.user)])
        for isDirectory in [false, true] {
            #expect(rules.create(isDirectory: isDirectory, in: inside).isSuccess)
            #expect(rules.create(isDirectory: isDirectory, in: outside).status == .accessDenied)
        }
        #expect(rules.open(own, in: outside, desired: .fileReadData).isSuccess)
        #expect(rules.open(own, in: outside, desired: .fileWriteData).status == .accessDenied)
    }
}
