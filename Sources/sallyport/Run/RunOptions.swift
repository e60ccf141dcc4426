import SandboxModel

/// The options of `run` as they were given; nothing is looked up yet.
struct RunOptions: Equatable {
    var policy = SandboxMode.workspaceWrite
    var writableRoots: [String] = []
    var readableRoots: [String] = []
    var deniedPaths: [String] = []
    var readOnlyPaths: [String] = []
    var network = false
    var timeout: Double?
    var workingDirectory: String?
    var level = SandboxLevel.elevated
    var acceptedLosses: [String] = []
    var includePrivate = false
    /// Where the audit trail is kept, when not in its usual place.
    var audit: String?
    var dryRun = false
    var json = false
    /// Words before `--` that are no options.
    var stray: [String] = []
}
