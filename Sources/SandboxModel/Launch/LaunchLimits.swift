/// How much one launch takes; a runner refuses more.
public enum LaunchLimits {
    /// Writable roots, with the directories that may not be renamed.
    public static let writableRoots = 64
    /// Capabilities of one command: the workspace's and 63 more.
    public static let capabilities = 64
    /// Protected paths.
    public static let protectedPaths = 512
    /// Paths that may not be read.
    public static let deniedPaths = 512
    /// Directories shown for reading.
    public static let readableRoots = 64
    /// Arguments of the command, its name included.
    public static let arguments = 65536
    /// Variables of the command's environment.
    public static let environment = 8192
}
