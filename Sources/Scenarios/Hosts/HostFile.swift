/// A file of a host.
public struct HostFile: Hashable, Sendable {
    /// What is made.
    public enum Kind: Hashable, Sendable {
        /// A file with a line of text.
        case file(content: String)
        /// A directory.
        case directory
        /// A symbolic link to a target.
        case link(target: String)
        /// A repository of everything that is in the directory already, with one commit.
        case repository
        /// A second work tree of a repository.
        case worktree(repository: String)
        /// A file system of its own, whose root belongs to the owner.
        case volume(VolumeFormat)
        /// A program; those that run as somebody else Linux alone has.
        case program(identity: Identity)
    }

    /// Whose identity a program takes.
    public enum Identity: String, Hashable, Sendable, CaseIterable {
        /// Of whoever runs it.
        case caller
        /// Its owner's; the mode bit set-user-id.
        case user
        /// Its group's; the mode bit set-group-id.
        case group
    }

    /// What a file system can keep.
    public enum VolumeFormat: String, Hashable, Sendable, CaseIterable {
        /// Access control lists; Windows: NTFS.
        case lists
        /// None; Windows: exFAT.
        case plain
    }

    /// Who else may use it.
    public enum Access: String, Hashable, Sendable, CaseIterable {
        /// As the system has it for new files.
        case usual
        /// Nobody but the owner.
        case closed
        /// Everybody may read.
        case readable
        /// Everybody may read and write.
        case `public`
    }

    /// What is made.
    public let kind: Kind
    /// Where.
    public let path: String
    /// By whom.
    public let owner: Actor
    /// Who else may use it.
    public let access: Access
}
