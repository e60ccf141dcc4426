internal import Glibc

extension LedgerError: CustomStringConvertible {
    /// What was tried, on what, what came back and what the user can do.
    public var description: String {
        let place = path.isEmpty ? "" : " \(path)"
        return "cannot \(operation)\(place): \(problem); \(remedy)"
    }

    /// What is wrong, in words.
    public var problem: String {
        switch code {
        case .noHome: "your account has no home directory"
        case .runningAsRoot: "root and set-user-ID programs keep no ledger"
        case .untrustworthy: "it is not a plain file or directory of yours that nobody else can write"
        case .corrupt(let error): "line \(error.line), byte \(error.offset): \(error.code.rawValue)"
        case .fileSystemFull: "the file system or your quota is full"
        case .readOnlyFileSystem: "the file system is read-only"
        case .blockExhausted: "every one has a root already"
        case .system: Self.text(of: systemError)
        }
    }

    /// What the user can do.
    public var remedy: String {
        switch code {
        case .noHome: "ask the administrator to set one"
        case .runningAsRoot: "run it as the user whose files it concerns"
        case .untrustworthy: "look at it, and move it away if you did not put it there"
        case .corrupt: "repair the line, or move the file away and take the entries out with `setfacl -R -b -k`"
        case .fileSystemFull: "free some space and run it again; the former ledger is intact"
        case .readOnlyFileSystem: "make your home directory writable"
        case .blockExhausted: "free one with `sallyport revoke` of a root that you no longer use"
        case .system: "run it again when the cause is gone; the former ledger is intact"
        }
    }

    private static func text(of number: Int32) -> String {
        guard let text = unsafe strerror(number) else { return "error \(number)" }
        return unsafe String(cString: text)
    }
}
