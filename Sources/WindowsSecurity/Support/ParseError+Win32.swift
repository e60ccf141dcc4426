extension ParseError {
    /// The Win32 error with which Windows refuses the same text.
    ///
    /// `ERROR_INVALID_ACL` inside a list, `ERROR_INVALID_SID` for an owner or group, else `ERROR_INVALID_PARAMETER`.
    public var win32Code: Int {
        if isInsideList { return 1336 }
        return code == .sid || code == .domainMissing || subject == .sid ? 1337 : 87
    }
}
