/// The rule that chooses the account from the network policy; a firewall knows users, not commands.
public enum NetworkIdentity {
    /// Chooses the principal: offline if the network is not enabled or a proxy is enforced, else online.
    ///
    /// - Parameters:
    ///   - access: what the policy says.
    ///   - isProxyEnforced: whether all traffic has to pass a proxy.
    /// - Returns: the account that the command runs as.
    public static func principal(access: NetworkAccess, isProxyEnforced: Bool) -> Principal {
        access == .enabled && !isProxyEnforced ? .online : .offline
    }

    /// How the network is cut off at a level.
    ///
    /// - Parameters:
    ///   - access: what the policy says.
    ///   - isProxyEnforced: whether all traffic has to pass a proxy.
    ///   - level: with accounts of its own, or as the same user.
    /// - Returns: the confinement, or nothing when the level cannot enforce what is asked.
    public static func confinement(
        access: NetworkAccess, isProxyEnforced: Bool, level: SandboxLevel
    ) -> NetworkConfinement? {
        switch (level, access, isProxyEnforced) {
        case (.unelevated, _, true): nil
        case (.elevated, _, true): .firewalled
        case (_, .restricted, false): .isolated
        case (_, .enabled, false): .open
        }
    }
}
