extension PolicyError: CustomStringConvertible {
    /// What was asked, what stands against it, and what to do instead.
    public var description: String {
        let other = related.map { "'\($0)'" } ?? "another path"
        return switch code {
        case .missing:
            "'\(path)' does not exist; create it or leave it out"
        case .unreachable:
            "'\(path)' cannot be looked at (error \(hostError)); check the permissions of the directories above it"
        case .notADirectory:
            "'\(path)' is not a directory; name the directory that holds it"
        case .fileSystemRoot:
            "'\(path)' is the root of a file system and cannot be a writable root; name the project's directory"
        case .homeDirectory:
            "'\(path)' is your home directory or contains it, and cannot be a writable root; name a directory inside it"
        case .privateDirectory:
            "'\(path)' lies in \(other), which holds keys or settings, and cannot be a writable root; "
                + "name another directory"
        case .reservedDirectory:
            "'\(path)' overlaps \(other), which the sandbox itself rests on, and cannot be a writable root; "
                + "name another directory"
        case .temporaryDirectory:
            "'\(path)' is or contains the temporary directory \(other), of which every sandbox has its own; "
                + "name a directory inside it"
        case .noRoot:
            "none of the writable roots of '\(path)' can be used; create one or choose read-only"
        case .noAccessLists:
            "'\(path)' lies on a volume without access control lists, where nothing can be kept apart; "
                + "use a directory on another volume"
        case .writableRootInReadOnly:
            "'\(path)' cannot be writable under the policy read-only; choose workspace-write"
        case .invalidPattern:
            "the pattern '\(pattern ?? "")' cannot be read; it must be absolute, and ranges must run forwards"
        case .unboundedPattern:
            "a pattern with ** begins at '\(path)', the root of a file system; begin it lower down or limit its depth"
        case .unlistable:
            "'\(path)' cannot be listed, so nobody knows what a pattern names there; name the paths themselves"
        case .restrictionWithoutSandbox:
            "the policy danger-full-access builds no sandbox, so nothing can be restricted at '\(path)'; "
                + "choose another policy, or restrict nothing"
        case .writableBelowReadOnly:
            "the writable root '\(path)' lies below \(other), which must stay as it is; name that one as writable, or neither"
        case .rootBelowDenied:
            "'\(path)' lies below \(other), which may not be read; deny something inside it instead"
        case .replaceableLink:
            "'\(path)' is reached through a symbolic link inside a writable root (it leads to \(other)), "
                + "and the command could replace that link; replace the link by what it leads to"
        case .danglingLink:
            "'\(path)' is a symbolic link to something that does not exist; remove it"
        case .unprotectable:
            "'\(path)' is neither a directory, a file nor a link and cannot be protected; remove it"
        case .tooMany:
            "there are more roots or protected paths than one launch takes, and '\(path)' is the first one too many; "
                + "name fewer, or a directory that holds several of them"
        default:
            "'\(path)' cannot be used (\(code.rawValue)); name another path"
        }
    }
}
