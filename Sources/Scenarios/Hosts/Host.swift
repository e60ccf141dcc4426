/// The world of scenarios: places, files, services and listeners, built alike on every platform.
public struct Host: Sendable {
    /// Its name.
    public let name: String
    /// What `$name` stands for, by system.
    public let places: [OperatingSystem: Places]
    /// The names of its workspaces, each a directory below `$home`.
    public let workspaces: Set<String>
    /// What the environment of the person holds besides, in order.
    public let environment: [(name: String, value: String)]
    /// The files, in the order in which they are made.
    public let files: [HostFile]
    /// The local services.
    public let services: [HostService]
    /// What answers on the network.
    public let listeners: [HostListener]
}
