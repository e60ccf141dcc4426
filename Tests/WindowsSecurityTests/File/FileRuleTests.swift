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

    /// What the directory supplies counts for MAXIMUM_ALLOWED too, and a read-only file is never opened for writing.
    @Test func everythingThatCanBeHadComesFromFileDirectoryAndPrivileges() {
        let reading = FileObject(World.descriptor([.allow(.fileGenericRead, to: World.user)]))
        let directory = World.descriptor([.allow(.fileAll, to: World.user)])
        let rules = FileRules(token: World.plain)
        #expect(rules.open(reading, in: nil, desired: .maximumAllowed).granted == .fileGenericRead)
        #expect(
            rules.open(reading, in: directory, desired: .maximumAllowed).granted
                == .fileGenericRead.union(.delete))
        #expect(rules.open(reading, in: directory, desired: [.maximumAllowed, .fileWriteData]).status == .accessDenied)
        let closed = FileObject(World.descriptor([]))
        #expect(
            rules.open(closed, in: directory, desired: .maximumAllowed).granted == [.delete, .fileReadAttributes])
        #expect(rules.open(closed, in: nil, desired: .maximumAllowed).status == .accessDenied)
        var readOnly = own
        readOnly.isReadOnly = true
        #expect(
            rules.open(readOnly, in: nil, desired: .maximumAllowed).granted
                == .fileAll.subtracting([.fileWriteData, .fileAppendData]))
        var token = World.plain
        token.privileges = PrivilegeSet([.backup])
        token.enabledPrivileges = token.privileges
        let backup = FileRules(token: token)
        #expect(backup.open(closed, in: nil, desired: .maximumAllowed).status == .accessDenied)
        #expect(
            backup.open(closed, in: nil, desired: .maximumAllowed, hasBackupIntent: true).granted
                == FileRules.backupRights)
    }

    /// Throwing the contents away needs the rights to write, which the handle does not get.
    @Test func overwritingIsWriting() {
        let reading = FileObject(World.descriptor([.allow(.fileGenericRead, to: World.user)]))
        let rules = FileRules(token: World.plain)
        #expect(rules.open(own, in: nil, desired: .fileReadData, overwrites: true).granted == .fileReadData)
        #expect(rules.open(reading, in: nil, desired: .fileReadData, overwrites: true).status == .accessDenied)
        var readOnly = own
        readOnly.isReadOnly = true
        #expect(rules.open(readOnly, in: nil, desired: .fileReadData, overwrites: true).status == .accessDenied)
    }

    /// Renaming, linking and giving away lead through the same directories as opening.
    @Test func everyOperationTakesTheWay() {
        let closed = World.descriptor([])
        let open = World.descriptor([.allow(.fileAll, to: World.user)])
        let rules = FileRules(token: World.plain)
        #expect(rules.rename(own, in: open, path: [closed], to: open).status == .accessDenied)
        #expect(rules.hardLink(own, in: open, path: [closed], to: open).status == .accessDenied)
        #expect(rules.setOwner(of: own, in: open, path: [closed], to: World.user).status == .accessDenied)
        #expect(rules.rename(own, in: open, path: [open], to: open).isSuccess)
        #expect(rules.hardLink(own, in: open, path: [open], to: open).isSuccess)
        #expect(rules.setOwner(of: own, in: open, path: [open], to: World.user).isSuccess)
    }
}
