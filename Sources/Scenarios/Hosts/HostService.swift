/// Something that another process of the machine offers.
public struct HostService: Hashable, Sendable {
    /// What is offered.
    public enum Kind: Hashable, Sendable {
        /// A service at a path that everybody may connect to; a pipe on Windows, a socket on Linux.
        case local(path: String)
        /// A service with a name in the kernel's own space; Linux alone has such.
        case abstract(name: String)
        /// A segment of shared memory that everybody may use, by its key; Linux alone has such.
        case sharedMemory(key: String)
    }

    /// What is offered.
    public let kind: Kind
    /// Who offers it.
    public let owner: Actor
}
