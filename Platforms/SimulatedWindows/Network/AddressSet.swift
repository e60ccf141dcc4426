/// The addresses a firewall rule speaks about.
///
/// Windows: the syntax of `INetFwRule::RemoteAddresses`: `*`, single addresses, ranges and prefixes, by commas.
public struct AddressSet: Hashable, Sendable {
    /// The text as Windows takes it.
    public let text: String
    /// The ranges; nothing means every address.
    private let ranges: [ClosedRange<NetworkAddress>]?

    /// Every address.
    public static let any = AddressSet(text: "*", ranges: nil)

    private init(text: String, ranges: [ClosedRange<NetworkAddress>]?) {
        self.text = text
        self.ranges = ranges
    }

    /// Reads a list.
    ///
    /// - Parameter text: for example `127.0.0.0/8,::/127`.
    /// - Throws: `E_INVALIDARG` as `ERROR_INVALID_PARAMETER` for anything else.
    public init(_ text: String) throws(Win32Error) {
        if text == "*" {
            self = .any
            return
        }
        var ranges: [ClosedRange<NetworkAddress>] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let range = Self.range(String(part)) else { throw .invalidParameter }
            ranges.append(range)
        }
        self.init(text: text, ranges: ranges)
    }

    private static func range(_ text: String) -> ClosedRange<NetworkAddress>? {
        if let single = NetworkAddress(text) { return single...single }
        let bounds = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        if bounds.count == 2, let low = NetworkAddress(bounds[0]), let high = NetworkAddress(bounds[1]),
            low.isVersion6 == high.isVersion6, low <= high
        {
            return low...high
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let address = NetworkAddress(parts[0]), let length = Int(parts[1]) else { return nil }
        let width = address.isVersion6 ? 128 : 32
        guard (0...width).contains(length) else { return nil }
        let host = width - length
        let mask: UInt128 = host == 128 ? .max : (1 << UInt128(host)) - 1
        let low = NetworkAddress(isVersion6: address.isVersion6, value: address.value & ~mask)
        return low...NetworkAddress(isVersion6: address.isVersion6, value: low.value | mask)
    }

    /// Whether an address is in the set.
    ///
    /// - Parameter address: any address.
    /// - Returns: true when a range of its version holds it.
    public func contains(_ address: NetworkAddress) -> Bool {
        guard let ranges else { return true }
        return ranges.contains { $0.lowerBound.isVersion6 == address.isVersion6 && $0.contains(address) }
    }
}
