extension InstallationPaths {
    /// The rules that come back after a restart, in the language of `nft(8)`.
    public static let firewallRules = "/etc/sallyport/firewall.nft"
    /// The directory of the units that the administrator adds (`systemd.unit(5)`).
    public static let systemdUnits = "/etc/systemd/system"
    /// The unit that loads the rules before the network comes up.
    public static let firewallUnit = "/etc/systemd/system/sallyport-firewall.service"
    /// The directory that makes the unit start with the system.
    public static let firewallWants = "/etc/systemd/system/sysinit.target.wants"
    /// The link that enables the unit.
    public static let firewallEnablement = "/etc/systemd/system/sysinit.target.wants/sallyport-firewall.service"
    /// What setup writes last.
    public static let marker = "/var/lib/sallyport/installed"
    /// The name of the runner, installed and beside the setup binary.
    public static let commandRunnerName = "sallyport-command-runner"
}
