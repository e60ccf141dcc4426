/// Something that another process of the machine offers.
public struct HostService: Hashable, Sendable {
    /// What is offered.
    public enum Kind: Hashable, Sendable {
        /// A service at a path that everybody may connect to; a pipe on Windows, a socket on Linux.
        case local(path: String)
        /// A service at a path that makes files and connections for whoever asks; on Windows every session has one.
        case orders(path: String)
        /// A service with a name that is no path; a pipe on Windows, an abstract socket on Linux.
        case abstract(name: String)
        /// A segment of shared memory that everybody may use, by its key.
        case sharedMemory(key: String)
    }

    /// What is offered.
    public let kind: Kind
    /// Who offers it.
    public let owner: Actor
}
