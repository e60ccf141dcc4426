public import WindowsSecurity

/// A window station: desktops and one clipboard.
///
/// Windows: `CreateWindowStationW`; the person at the machine sees `WinSta0`.
public struct WindowStation: Hashable, Sendable {
    /// The name.
    public let name: String
    /// Who may use it.
    public internal(set) var descriptor: SecurityDescriptor
    /// What its clipboard holds.
    public internal(set) var clipboard: [UInt8] = []
}
