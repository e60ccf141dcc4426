/// How the documented rules on Windows about roots and denied paths differ from the ones taken elsewhere.
///
/// The empty set is strict: a root that should not be writable is refused, and the launch with it.
public struct RootRules: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt16

    /// Makes a set of its bits.
    ///
    /// - Parameter rawValue: the bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// A root that does not exist is dropped.
    public static let dropsMissing = RootRules(rawValue: 0x1)
    /// A root that is the person's profile is replaced by what the profile holds, without the private places.
    public static let expandsHome = RootRules(rawValue: 0x2)
    /// A root in a private place is dropped.
    public static let dropsPrivate = RootRules(rawValue: 0x4)
    /// A root that is the sandbox's own directory is dropped; one that contains it stays.
    public static let dropsReserved = RootRules(rawValue: 0x8)
    /// The root of a file system, or a directory above the profile, may be a root.
    public static let allowsWholeFileSystems = RootRules(rawValue: 0x10)
    /// A directory on a volume without access control lists may be a root.
    public static let allowsUnlistedVolumes = RootRules(rawValue: 0x20)
    /// Files of the system among what the profile holds, such as the registry's hive, are roots too.
    public static let expandsToSystemFiles = RootRules(rawValue: 0x40)
    /// Where temporary directories are writable, the ones that the command's environment names are roots.
    public static let followsEnvironment = RootRules(rawValue: 0x80)

    /// A root in a directory that the person's ssh configuration refers to is dropped.
    public static let dropsKeyDirectories = RootRules(rawValue: 0x100)
    /// Where everything may be read, the directories of the platform and of the profile are roots for reading.
    public static let grantsReading = RootRules(rawValue: 0x200)
    /// What may not be read may lie above the working directory or a root.
    public static let deniesAboveRoots = RootRules(rawValue: 0x400)
    /// A link that may not be read is denied by its own path too, and what is missing gets a guard wherever it is.
    public static let deniesByName = RootRules(rawValue: 0x800)

    /// The sandbox's own directories may be roots.
    public static let allowsReserved = RootRules(rawValue: 0x1000)
    /// Private places may be roots, and are granted for reading.
    public static let grantsPrivate = RootRules(rawValue: 0x2000)

    /// Nothing differs.
    public static let strict: RootRules = []

    /// The documented rules on Windows.
    public static let documented: RootRules = [
        .dropsMissing, .expandsHome, .dropsPrivate, .dropsReserved, .allowsWholeFileSystems, .allowsUnlistedVolumes,
        .expandsToSystemFiles, .followsEnvironment, .dropsKeyDirectories, .grantsReading, .deniesAboveRoots,
        .deniesByName,
    ]
}
