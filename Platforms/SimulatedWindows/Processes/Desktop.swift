public import WindowsSecurity

/// A desktop of a window station.
///
/// Windows: `CreateDesktopW`. Programs that use windows die at their start (`STATUS_DLL_INIT_FAILED`) without access.
public struct Desktop: Hashable, Sendable {
    /// The name with its window station, for example `WinSta0\Default`.
    public let name: String
    /// Who may use it.
    public internal(set) var descriptor: SecurityDescriptor
}
