internal import WindowsSecurity

/// Where a path leads on the volumes: the directory that holds its last name, and what has the name.
struct FileLocation {
    /// The directory; the root itself for a root.
    var directory: FileReference
    /// The last name; empty for a root.
    var name: FileName
    /// The number of the link, when something has the name.
    var link: UInt32?
    /// What has the name.
    var file: FileReference?
    /// The alternate stream.
    var stream: FileName?
    /// The directories that were passed, for a token that may not pass all of them.
    var descriptorsOnTheWay: [SecurityDescriptor]
    /// How the share lets in through which the path goes.
    var share: ShareAccess?
}
