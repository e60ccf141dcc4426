/// The package a token is confined to, with its capabilities.
///
/// Windows: a lowbox token, `TokenAppContainerSid` and `TokenCapabilities` in
/// winnt.h.
public struct AppContainer: Hashable, Sendable {
    /// The package, `S-1-15-2-…`.
    public var package: SID
    /// The capabilities, `S-1-15-3-…`; only enabled ones count.
    public var capabilities: [TokenGroup]
    /// Whether the package is less privileged: `ALL APPLICATION PACKAGES` does not speak about it.
    public var isLessPrivileged: Bool

    /// Makes a container.
    ///
    /// - Parameters:
    ///   - package: the package, `S-1-15-2-…`.
    ///   - capabilities: the capabilities with their attributes.
    ///   - isLessPrivileged: whether `ALL APPLICATION PACKAGES` does not speak about it (LPAC).
    public init(package: SID, capabilities: [TokenGroup] = [], isLessPrivileged: Bool = false) {
        self.package = package
        self.capabilities = capabilities
        self.isLessPrivileged = isLessPrivileged
    }
}
