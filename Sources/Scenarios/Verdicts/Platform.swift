/// Where a scenario has expectations: a platform at one of its levels.
public enum Platform: String, Hashable, Sendable, CaseIterable, Codable {
    /// Real Linux with the accounts that setup made.
    case linux
    /// Real Linux without setup, as the user.
    case linuxUnelevated = "linux-unelevated"
    /// The simulated Windows machine under the documented design.
    case windows

    /// The operating system, which decides what paths look like.
    public var system: OperatingSystem { self == .windows ? .windows : .linux }

    /// The modes the platform has: without setup there is no account that could have the network and nothing else.
    public var modes: [Mode] { self == .linuxUnelevated ? [.readOnly, .offline, .fullAccess] : Mode.allCases }
}
