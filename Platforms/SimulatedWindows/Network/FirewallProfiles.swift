/// The kinds of network for which a rule counts.
///
/// Windows: `NET_FW_PROFILE_TYPE2`.
public struct FirewallProfiles: OptionSet, Codable, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Makes a set of its bits.
    ///
    /// - Parameter rawValue: the bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A network with a domain controller; Windows: `NET_FW_PROFILE2_DOMAIN`.
    public static let domain = FirewallProfiles(rawValue: 1)
    /// A network at home or at work; Windows: `NET_FW_PROFILE2_PRIVATE`.
    public static let `private` = FirewallProfiles(rawValue: 2)
    /// Any other network; Windows: `NET_FW_PROFILE2_PUBLIC`.
    public static let `public` = FirewallProfiles(rawValue: 4)
    /// Every network; Windows: `NET_FW_PROFILE2_ALL`.
    public static let all: FirewallProfiles = [.domain, .private, .public]

    /// The names as `netsh` shows them.
    var text: String {
        [(Self.domain, "Domain"), (.private, "Private"), (.public, "Public")]
            .filter { contains($0.0) }.map(\.1).joined(separator: ",")
    }
}
