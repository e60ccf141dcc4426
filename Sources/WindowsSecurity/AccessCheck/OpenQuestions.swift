/// The readings that nobody has settled on a real machine, each a single switch.
///
/// The numbers are those of the questions in `docs/windows-model.md`. The default values are the readings that the model
/// takes; every other place of the module asks here. They are where MS-DTYP 2.5.3.2 and the pages of Microsoft Learn about
/// `AccessCheck`, `CreateRestrictedToken` and `FWPM_CONDITION_ALE_USER_ID` say nothing, or two things.
public struct OpenQuestions: Hashable, Sendable {
    /// Question 1: when the second pass of a write-restricted token runs, all that is left must pass, reads included.
    ///
    /// The other reading asks it only for the write rights.
    public var secondPassCoversReads = true
    /// Question 2: a restricted token owns an object only if the owner is also a restricting SID.
    public var ownerMustBeRestrictingSID = true
    /// Question 3: the filter engine runs the second pass of a restricted token.
    public var filterEngineRunsSecondPass = true
    /// Question 4: an application container waives labels up to this level.
    public var appContainerWaivesLabelsUpTo = IntegrityLevel.medium
    /// Question 6: the right to delete children is among the write rights of a write-restricted token.
    public var deleteChildIsAWriteRight = false
    /// Question 8: a check that asks for nothing succeeds.
    public var emptyRequestSucceeds = false
    /// Question 9: a deny entry with an object type denies the whole object when nobody passed a list of object types.
    public var typedDenyCoversObjectWithoutList = false
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

    /// The readings the model takes.
    public static let modelled = OpenQuestions()
}
