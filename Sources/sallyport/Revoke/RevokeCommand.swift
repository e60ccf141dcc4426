import ArgumentParser
import LinuxPlatform
import SandboxModel

/// `sallyport revoke`: takes the sandbox's entries out of the user's files.
struct RevokeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Take the sandbox's access to your files back.",
        discussion: "Run it before 'sallyport-setup uninstall', which never touches anybody's files.")

    @Argument(help: "The roots to take back, as 'sallyport status' shows them.")
    var roots: [String] = []

    @Flag(help: "Take back every root.")
    var all = false

    func validate() throws {
        guard all == roots.isEmpty else {
            throw ValidationError(all ? "give roots or --all, not both" : "give at least one root, or --all")
        }
    }

    func run() throws {
        let store = try RunLedger().store
        let registry = try Enrolment.readRegistry()
        let ledger = try RevokedGrants.read(store)
        let known = Set(ledger.roots.keys).union(ledger.readable).union(ledger.former.map(\.root))
        var wanted = known
        if !all {
            wanted = []
            for text in roots {
                let path = try PolicyOptions.path(text, of: "revoke")
                let root = LinuxHostFacts.canonical(path.bytes) ?? path
                guard known.contains(root) else {
                    throw CommandFailure(
                        .missing, "the ledger knows no root '\(root)'", remedy: "see: sallyport status")
                }
                wanted.insert(root)
            }
        }
        let revoked = RevokedGrants(store: store, registry: registry)
        for root in wanted.sorted() { try revoked.revoke(root, ledger: ledger) }
        try revoked.revokeTraversals()
    }
}
