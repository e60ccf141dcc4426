extension SandboxDesign {
    /// The designs that were weighed against each other: the documented one, the one without setup, and those that were rejected.
    public static let contenders = [elevatedOnWindows, unelevatedOnWindows] + alternatives

    /// The design of a name.
    ///
    /// - Parameter name: the name.
    /// - Returns: the design, or nothing.
    public static func named(_ name: String) -> SandboxDesign? { windows.first { $0.name == name } }

    /// What confines, in half a sentence.
    public var summary: String { "\(confinement); a capability for each \(capabilityScope.rawValue)" }

    /// What confines files and network.
    var confinement: String {
        let files =
            switch mechanism {
            case .restrictedToken:
                level == .elevated
                    ? "write-restricted token of an account of its own" : "write-restricted token of the person"
            case .appContainer: "package without capabilities"
            case .lowIntegrity: "low integrity, writable roots relabelled"
            case .virtualMachine: "another machine that begins as a copy"
            case .none: "nothing for files"
            }
        let network =
            switch networkMechanism {
            case .principal: "firewall rules on the account"
            case .environment: "variables for the network"
            case .capabilityRule: "a firewall rule on the capability"
            case .programRule: "a firewall rule on the program"
            case .userRule: "a firewall rule on the person"
            case .none: "nothing for the network"
            }
        return "\(files); \(network)"
    }
}
