/// Where setup puts what, and where everybody else looks for it; no environment variable changes it.
public enum InstallationPaths {
    /// The directory of the root-owned configuration.
    public static let configuration = "/etc/sallyport"
    /// The root-owned authorization record, readable by everybody.
    public static let registry = "/etc/sallyport/registry"
    /// The directory of the setup journal, closed to everybody but root.
    public static let state = "/var/lib/sallyport"
    /// The write-ahead journal of setup.
    public static let journal = "/var/lib/sallyport/journal"
    /// The directory of the installed runner.
    public static let programs = "/usr/local/libexec/sallyport"
    /// The installed runner, root:CodexSandboxLaunch 4750.
    public static let commandRunner = "/usr/local/libexec/sallyport/sallyport-command-runner"
}
