internal import WindowsSecurity

extension AppContainer {
    /// Whether a package may reach an address: `internetClient`, or `internetClientServer`, and never the machine itself.
    ///
    /// Windows: the filters of the application container firewall.
    ///
    /// - Parameter address: the other side.
    /// - Returns: true when a capability lets it.
    func mayReach(_ address: NetworkAddress) -> Bool {
        guard !address.isLoopback else { return false }
        let wanted = [UInt32(1), 2].compactMap { SID(identifierAuthority: 15, subAuthorities: [3, $0]) }
        return capabilities.contains { $0.isEnabled && wanted.contains($0.sid) }
    }
}
