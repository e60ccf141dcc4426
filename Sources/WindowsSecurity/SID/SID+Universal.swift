/// The identifiers that the model itself needs; the rest stand in ``WellKnownSID`` and the SDDL aliases.
extension SID {
    /// `S-1-0-0`, which nobody holds; Windows: `WinNullSid`.
    public static var null: SID { SID(0, 0) }
    /// `S-1-1-0`, everybody; Windows: `WinWorldSid`.
    public static var everyone: SID { SID(1, 0) }
    /// `S-1-3-0`, replaced by the owner when an object inherits it; Windows: `WinCreatorOwnerSid`.
    public static var creatorOwner: SID { SID(3, 0) }
    /// `S-1-3-1`, replaced by the primary group when an object inherits it; Windows: `WinCreatorGroupSid`.
    public static var creatorGroup: SID { SID(3, 1) }
    /// `S-1-3-4`, whoever owns the object; Windows: `WinCreatorOwnerRightsSid`.
    public static var ownerRights: SID { SID(3, 4) }
    /// `S-1-5-4`, people at the machine; Windows: `WinInteractiveSid`.
    public static var interactive: SID { SID(5, 4) }
    /// `S-1-5-7`, who did not say a name; Windows: `WinAnonymousSid`.
    public static var anonymous: SID { SID(5, 7) }
    /// `S-1-5-10`, the object itself when it is a principal; Windows: `WinSelfSid`.
    public static var principalSelf: SID { SID(5, 10) }
    /// `S-1-5-11`, who said a name; Windows: `WinAuthenticatedUserSid`.
    public static var authenticatedUsers: SID { SID(5, 11) }
    /// `S-1-5-12`, in the list of every token that wants it; Windows: `WinRestrictedCodeSid`.
    public static var restrictedCode: SID { SID(5, 12) }
    /// `S-1-5-18`, the operating system; Windows: `WinLocalSystemSid`.
    public static var localSystem: SID { SID(5, 18) }
    /// `S-1-5-33`, in the list of write-restricted services; Windows: `WinWriteRestrictedCodeSid`.
    public static var writeRestrictedCode: SID { SID(5, 33) }
    /// `S-1-5-32-544`; Windows: `WinBuiltinAdministratorsSid`.
    public static var administrators: SID { SID(5, 32, 544) }
    /// `S-1-5-32-545`; Windows: `WinBuiltinUsersSid`.
    public static var users: SID { SID(5, 32, 545) }
    /// `S-1-15-2-1`, every application package; Windows: `WinBuiltinAnyPackageSid`.
    public static var allApplicationPackages: SID { SID(15, 2, 1) }
    /// `S-1-15-2-2`, every package, the less privileged too: ALL RESTRICTED APPLICATION PACKAGES.
    public static var allRestrictedApplicationPackages: SID { SID(15, 2, 2) }

    /// The SID of one logon session, `S-1-5-5-X-Y`; Windows: `SE_GROUP_LOGON_ID`.
    ///
    /// - Parameters:
    ///   - high: the upper half of the session's identifier.
    ///   - low: the lower half.
    /// - Returns: the logon SID.
    public static func logonSession(high: UInt32, low: UInt32) -> SID {
        var storage = InlineArray<15, UInt32>(repeating: 0)
        storage[0] = 5
        storage[1] = high
        storage[2] = low
        return SID(authority: 5, storage: storage, count: 3)
    }

    /// Whether this names a capability of an application package, `S-1-15-3-…`.
    public var isCapability: Bool { identifierAuthority == 15 && subAuthorityCount >= 2 && storage[0] == 3 }
}
