internal import Foundation

/// A private machine in which a test may install, run and break things.
///
/// The stage is a set of fresh mount, process, network, IPC and host name namespaces with a private copy of `/etc`, private
/// home directories, devices, `/run`, `/tmp`, `/var` and a changeable view of `/usr/local`. It has two real users, `alice` (home
/// closed to others) and `bob` (home readable), and vanishes with the script that ran in it. `stage.sh` beside this file
/// builds it; the script finds there the command `as USER COMMAND...`, which runs a command as one of them.
public struct Stage: Sendable {
    /// The file system below `/home`.
    public enum HomeFileSystem: String, Sendable, CaseIterable {
        /// In memory, with POSIX access control lists.
        case tmpfs
        /// A loop-mounted image, for what only a disk file system does.
        case ext4
    }

    /// What the machine must offer, in the words of a test that was not run.
    public static let requirement = "not run: needs root, for private namespaces"

    /// The file system below `/home`.
    public var home: HomeFileSystem
    /// Whether a second machine answers at `10.77.0.2` and `fd77::2`, on the TCP and UDP ports 53, 80 and 443.
    ///
    /// With it come local listeners on the ports 3128 and 8080.
    public var hasPeer: Bool
    /// The products to copy into `/usr/local/bin`, by name, or other programs, by path.
    public var programs: [String]
    /// Files and directories of the repository, relative to its root, to copy into `/run/files`.
    public var files: [String]
    /// Directories of the machine to show at another place, for tools that an unprivileged user could not reach.
    public var trees: [String: String]
    /// Seconds after which everything in the stage is killed.
    public var timeLimit: Int

    /// Describes a stage.
    ///
    /// - Parameters:
    ///   - programs: The products to copy into `/usr/local/bin`.
    ///   - files: Files and directories of the repository to copy into `/run/files`.
    ///   - home: The file system below `/home`.
    ///   - hasPeer: Whether a second machine is connected.
    ///   - trees: Directories of the machine, by the place where the stage shows them.
    ///   - timeLimit: Seconds after which everything in the stage is killed.
    public init(
        programs: [String] = [], files: [String] = [], home: HomeFileSystem = .tmpfs, hasPeer: Bool = false,
        trees: [String: String] = [:], timeLimit: Int = 300
    ) {
        self.programs = programs
        self.files = files
        self.home = home
        self.hasPeer = hasPeer
        self.trees = trees
        self.timeLimit = timeLimit
    }
}
