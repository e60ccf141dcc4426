/// What a design confines the files of a command with.
public enum SandboxMechanism: String, CaseIterable, Hashable, Sendable {
    /// A write-restricted token; Windows: `CreateRestrictedToken`.
    case restrictedToken = "restricted-token"
    /// A package without capabilities; Windows: AppContainer.
    case appContainer = "app-container"
    /// A low integrity level, with the writable roots relabelled to it; Windows: mandatory integrity control.
    case lowIntegrity = "low-integrity"
    /// Another machine that begins as a copy of this one; Windows: Windows Sandbox.
    case virtualMachine = "virtual-machine"
    /// Nothing.
    case none
}
