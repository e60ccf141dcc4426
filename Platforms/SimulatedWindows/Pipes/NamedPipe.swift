public import WindowsSecurity

/// A named pipe with one instance.
///
/// Windows: `CreateNamedPipeW`, MS-FSA for named pipes.
public struct NamedPipe: Hashable, Sendable {
    /// The name behind `\\.\pipe\`.
    public let name: String
    /// Who may connect.
    public let descriptor: SecurityDescriptor
    /// Who serves it.
    public let server: ProcessIdentifier
    /// Who is connected; Windows: `GetNamedPipeClientProcessId`.
    public var client: ProcessIdentifier?
    /// What the server may read.
    public var toServer: [UInt8] = []
    /// What the client may read.
    public var toClient: [UInt8] = []
}
