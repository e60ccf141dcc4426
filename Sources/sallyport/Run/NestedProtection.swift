import SandboxModel

/// What a launch adds for the repositories and agents' settings deeper in the writable roots.
struct NestedProtection {
    /// What the command cannot change, and what that leads to.
    let paths: [HostPath]
    /// The directories on the way there, which keep their names.
    let anchors: [HostPath]
}
