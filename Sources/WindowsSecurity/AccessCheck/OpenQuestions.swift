/// The readings that nobody has settled on a real machine, each a single switch.
///
/// The numbers are those of the questions in `docs/windows-model.md`. The default values are the readings that the model
/// takes; every other place of the module asks here. They are where MS-DTYP 2.5.3.2 and the pages of Microsoft Learn about
/// `AccessCheck`, `CreateRestrictedToken` and `FWPM_CONDITION_ALE_USER_ID` say nothing, or two things.
@dynamicMemberLookup
public struct OpenQuestions: Hashable, Sendable {
    /// Those that the access check asks.
    public struct OfAccessCheck: Hashable, Sendable {
        /// Question 1: when the second pass of a write-restricted token runs, all that is left must pass, reads included.
        ///
        /// The other reading asks it only for the write rights.
        public var secondPassCoversReads = true
        /// Question 1: `MAXIMUM_ALLOWED` loses only write rights to the second pass of a write-restricted token.
        public var maximumLosesWritesOnly = true
        /// Question 2: a restricted token owns an object only if the owner is also a restricting SID.
        public var ownerMustBeRestrictingSID = true
        /// Question 4: an application container waives labels up to this level.
        public var appContainerWaivesLabelsUpTo = IntegrityLevel.medium
        /// Question 4: the restricting SIDs of a token that is in an application container are asked as well.
        public var restrictingSIDsBindAppContainers = true
        /// Question 8: a check that asks for nothing succeeds.
        public var emptyRequestSucceeds = false
        /// Question 9: a deny entry with an object type denies the whole object when nobody passed a list of object types.
        public var typedDenyCoversObjectWithoutList = false
        /// Question 13: the right to delete children is among the write rights of a write-restricted token.
        public var deleteChildIsAWriteRight = false

        /// The readings the model takes.
        public init() {}
    }

    /// Those that the access check asks; a request carries them and no others, so that it stays small.
    ///
    /// They are also read and set as members of the questions themselves.
    public var ofAccessCheck = OfAccessCheck()
    /// Question 3: the filter engine runs the second pass of a restricted token.
    public var filterEngineRunsSecondPass = true
    /// Question 5: what `LUA_TOKEN` leaves of the privileges of an administrator; versions may differ.
    public var privilegesOfLimitedUser = PrivilegeSet([
        .changeNotify, .shutdown, .undock, .timeZone, .increaseWorkingSet,
    ])
    /// Question 5: `LUA_TOKEN` puts the user in the place of administrators as owner and in the default list.
    public var limitedUserOwnsNewObjects = false
    /// Question 6: of several inherited entries that are alike the child keeps one.
    public var inheritanceDropsDuplicates = false
    /// Question 6: a child that is made with a list of its own inherits besides, where inheritance is automatic.
    public var explicitListsInheritBesides = true
    /// Question 7: a group that is made to count for denying only stays mandatory: attributes 0x11 and not 0x10.
    ///
    /// The tools of Windows do not show it so.
    public var denyOnlyGroupsStayMandatory = false
    /// Question 10: a capability SID (`S-1-15-3-…`) is refused as a restricting SID.
    public var capabilityIsRefusedAsRestrictingSID = true
    /// Question 11: revoking a trustee's access takes away what grants, and leaves what denies.
    ///
    /// The other reading takes every explicit entry of the trustee away; Windows: `REVOKE_ACCESS` of `SetEntriesInAclW`.
    public var revocationKeepsDenials = true
    /// Question 12: a logon session that was opened to start a program for another account stays when its processes have ended.
    ///
    /// Seen in the field; whose handle keeps it is not known. Windows: `CreateProcessWithLogonW`, the secondary logon service.
    public var secondaryLogonKeepsSessions = true

    /// The readings the model takes.
    public init() {}

    /// One of the questions that the access check asks.
    ///
    /// - Parameter question: the question.
    /// - Returns: the reading that is taken.
    public subscript<Reading>(dynamicMember question: WritableKeyPath<OfAccessCheck, Reading>) -> Reading {
        get { ofAccessCheck[keyPath: question] }
        set { ofAccessCheck[keyPath: question] = newValue }
    }
}
