import LinuxPlatform

extension CommandFailure {
    /// The failure of a pass over the user's files.
    init(_ error: GrantError) {
        let status: ExitStatus =
            switch error.code {
            case .notFound, .notADirectory, .symbolicLink: .missing
            case .runningAsRoot, .permissionDenied, .foreignRoot, .impassableAncestor: .permission
            case .listsUnsupported, .unmappedIdentifier: .unavailable
            case .fileSystemFull, .readOnlyFileSystem, .imagesNotStored, .listFull, .tooManyEntries: .creation
            default: .system
            }
        self.init(status, "\(error)")
    }

    /// The failure of the ledger.
    init(_ error: LedgerError) {
        let status: ExitStatus =
            switch error.code {
            case .corrupt: .data
            case .fileSystemFull, .readOnlyFileSystem: .creation
            case .untrustworthy, .runningAsRoot: .permission
            case .noHome, .blockExhausted: .unavailable
            case .system: .inputOutput
            }
        self.init(status, "\(error)")
    }
}
