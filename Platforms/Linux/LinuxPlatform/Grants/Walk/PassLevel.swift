/// A directory a worker is in, with the directories in it that it has not entered yet.
struct PassLevel {
    /// A directory that waits.
    struct Pending {
        /// Its name, with a zero byte behind it.
        let name: [CChar]
        /// What the pass wants of it.
        let purpose: EntryPurpose
    }

    /// The open directory.
    let descriptor: Int32
    /// Its path relative to the root; empty for the root.
    let path: [UInt8]
    /// The directories in it that wait.
    var pending: [Pending] = []
}
