/// Why a managed proxy does not connect for whoever asks.
public enum ProxyRefusal: Error, Hashable, Sendable {
    /// The process that asks belongs to no route, to a closed one, or to more than one.
    case noRoute
    /// What it asks for is not the name of a machine.
    case name(HostNameError)
    /// The command of the route may not go there.
    case notListed(ProxyDestination)
}

extension ProxyRefusal: CustomStringConvertible {
    /// One line with what would be needed.
    public var description: String {
        switch self {
        case .noRoute: "the process has no route, or more than one; start the command with the route of its policy"
        case .name(let error): "the name \(error)"
        case .notListed(let destination): "the policy does not list \(destination)"
        }
    }
}
