public import WindowsSecurity

/// A directory that a machine offers to others.
///
/// Windows: `SHARE_INFO_502`, `\\server\name`.
public struct Share: Hashable, Sendable {
    /// The name, compared without regard to case.
    public let name: String
    /// The machine that offers it by its name in the network, or nothing for this one.
    public let server: String?
    /// Who may come in, and for what.
    public let descriptor: SecurityDescriptor
    /// The directory.
    let root: FileReference
}
