internal import Glibc

extension GrantError: CustomStringConvertible {
    /// What was tried, on what, what came back and what the user can do.
    public var description: String {
        let answer = systemError == 0 ? "" : " (\(Self.text(of: systemError)))"
        return "cannot \(operation) on \(path): \(problem)\(answer); \(remedy)"
    }

    /// What is wrong, in words.
    public var problem: String {
        switch code {
        case .runningAsRoot: "root makes no grants on a user's files"
        case .notFound: "it does not exist"
        case .notADirectory: "it is not a directory"
        case .symbolicLink: "the path has a symbolic link in it"
        case .permissionDenied: "you may not open it"
        case .foreignRoot: "it belongs to somebody else"
        case .impassableAncestor: "the sandbox may not pass it and it belongs to somebody else"
        case .listsUnsupported: "the file system has no access control lists"
        case .listFull: "the access control list is full"
        case .fileSystemFull: "the file system or your quota is full"
        case .readOnlyFileSystem: "the file system is read-only"
        case .tooManyEntries: "the access control list would exceed \(OwnerGrants.namedEntryBudget) named entries"
        case .unmappedIdentifier: "a user or group id does not exist in this user namespace"
        case .tooManyOpenFiles: "no file descriptor is left for a directory this deep"
        case .unspeakableName: "a protected path is not UTF-8, too long or has a control character in it"
        case .imagesNotStored: "the ledger could not store what an exact undo needs"
        case .system: "the system refused"
        }
    }

    /// What the user can do.
    public var remedy: String {
        switch code {
        case .runningAsRoot: "run it as the user who owns the files"
        case .notFound, .notADirectory: "give an existing directory"
        case .symbolicLink: "give the path that `realpath` prints"
        case .permissionDenied: "give yourself access with chmod, or choose another root"
        case .foreignRoot: "choose a root that you own"
        case .impassableAncestor: "ask its owner for `chmod o+x`, or choose a root elsewhere"
        case .listsUnsupported: "mount it with the option acl, or choose a root on ext4, xfs, btrfs or tmpfs"
        case .listFull, .tooManyEntries: "remove entries with `sallyport revoke` or `setfacl -x`"
        case .fileSystemFull: "free some space and run it again"
        case .readOnlyFileSystem: "mount it read-write, or choose another root"
        case .unmappedIdentifier: "run it outside of the container or user namespace"
        case .tooManyOpenFiles: "raise the limit with `ulimit -n`"
        case .unspeakableName: "rename the directory above it"
        case .imagesNotStored: "see the ledger's own message"
        case .system: "run it again when the cause is gone; what is in force already is recognised"
        }
    }

    private static func text(of number: Int32) -> String {
        guard let text = unsafe strerror(number) else { return "error \(number)" }
        return unsafe String(cString: text)
    }
}
