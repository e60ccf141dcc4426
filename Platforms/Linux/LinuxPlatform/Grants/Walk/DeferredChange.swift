/// A change that waits until its before-image is stored.
struct DeferredChange {
    /// The absolute path.
    let path: [UInt8]
    /// The change.
    let change: ListsChange
    /// The device of the entry when it was looked at.
    let device: UInt
    /// The inode of the entry when it was looked at.
    let inode: UInt

    /// What must be remembered.
    var image: AccessListsImage { AccessListsImage(path: path, before: change.before, after: change.after) }
}
