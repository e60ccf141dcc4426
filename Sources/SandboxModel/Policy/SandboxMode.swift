/// The three policies a user chooses from; `sandbox_mode` of the documented configuration.
public enum SandboxMode: String, CaseIterable, Hashable, Sendable {
    /// Everything may be read, nothing written.
    case readOnly = "read-only"
    /// The workspace, further roots and a temporary directory may be written.
    case workspaceWrite = "workspace-write"
    /// No sandbox is built.
    case dangerFullAccess = "danger-full-access"
}
