/// How an access check ended.
///
/// Windows: the `NTSTATUS` of `SeAccessCheck`, ntstatus.h, or the error of `AccessCheck`, winerror.h, where only the latter
/// has one.
public struct AccessStatus: RawRepresentable, Hashable, Sendable {
    /// The Windows name of the status, for example `STATUS_ACCESS_DENIED`.
    public var rawValue: String { Self.names[Int(code)] }

    /// An index into the names, so that a status costs one byte.
    @usableFromInline let code: UInt8

    private static let names = [
        "STATUS_SUCCESS", "STATUS_ACCESS_DENIED", "STATUS_PRIVILEGE_NOT_HELD", "ERROR_GENERIC_NOT_MAPPED",
        "ERROR_NO_IMPERSONATION_TOKEN", "ERROR_BAD_IMPERSONATION_LEVEL", "ERROR_INVALID_SECURITY_DESCR",
    ]

    @usableFromInline init(code: UInt8) { self.code = code }

    /// Finds a status by its Windows name.
    ///
    /// - Parameter rawValue: for example `STATUS_ACCESS_DENIED`.
    public init?(rawValue: String) {
        guard let index = Self.names.firstIndex(of: rawValue) else { return nil }
        self.init(code: UInt8(truncatingIfNeeded: index))
    }

    /// Everything that was asked for is granted.
    @inlinable public static var success: AccessStatus { AccessStatus(code: 0) }
    /// Something that was asked for is not granted.
    @inlinable public static var accessDenied: AccessStatus { AccessStatus(code: 1) }
    /// `ACCESS_SYSTEM_SECURITY` was asked for without the privilege.
    @inlinable public static var privilegeNotHeld: AccessStatus { AccessStatus(code: 2) }
    /// The caller of the user-mode function passed generic rights.
    @inlinable public static var genericNotMapped: AccessStatus { AccessStatus(code: 3) }
    /// The token is a primary one where the function wants the token of a client.
    @inlinable public static var noImpersonationToken: AccessStatus { AccessStatus(code: 4) }
    /// The token of the client may not be used for access checks.
    @inlinable public static var badImpersonationLevel: AccessStatus { AccessStatus(code: 5) }
    /// The descriptor has no owner or no group.
    @inlinable public static var invalidSecurityDescriptor: AccessStatus { AccessStatus(code: 6) }
}
