extension SandboxDesign {
    /// The designs that were weighed against each other: the documented one, the one without setup, and those that were rejected.
    public static let contenders = [elevatedOnWindows, unelevatedOnWindows] + alternatives

    /// The design of a name.
    ///
    /// - Parameter name: the name.
    /// - Returns: the design, or nothing.
    public static func named(_ name: String) -> SandboxDesign? { windows.first { $0.name == name } }

    /// What confines files and network, in half a sentence.
    public var summary: String {
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
        return "\(files); \(network); a capability for each \(capabilityScope.rawValue)"
    }

    /// Every design of Windows in columns for people, a line each: its name, since when or why not, what confines.
    public static let listing: String = {
        let designs =
            (revisions + unelevatedRevisions).map { ($0.design, "since \($0.date)") }
            + mistakes.map { ($0, "a mistake") } + alternatives.map { ($0, "rejected") }
        let width = designs.map(\.0.name.utf8.count).max() ?? 0
        func line(_ name: String, _ origin: String, _ text: String) -> String {
            let blanks = String(repeating: " ", count: width - name.utf8.count)
            return "\(name)\(blanks)  \(origin)\(String(repeating: " ", count: 16 - origin.utf8.count))  \(text)\n"
        }
        return designs.reduce(line("NAME", "DOCUMENTED", "WHAT CONFINES")) {
            $0 + line($1.0.name, $1.1, $1.0.summary)
        }
    }()
}
