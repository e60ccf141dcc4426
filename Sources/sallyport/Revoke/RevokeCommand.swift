import Glibc
import LinuxPlatform
import SandboxModel

/// `sallyport revoke`: takes the sandbox's entries out of the user's files.
enum RevokeCommand {
    /// Takes them out.
    static func run(_ words: ArraySlice<String>) throws(CommandFailure) {
        var reader = OptionReader(words, of: "revoke")
        if reader.wantsHelp { return try StandardOutput.write(HelpText.revoke) }
        var wantsAll = false
        var named: [String] = []
        while let word = reader.next() {
            switch word {
            case .option("--all", let attached): wantsAll = try reader.flag("--all", attached: attached)
            case .option(let name, _): throw reader.unknown(name)
            case .operand(let text): named.append(text)
            }
        }
        guard wantsAll == named.isEmpty else {
            throw CommandFailure(
                .usage, wantsAll ? "roots and --all together mean nothing" : "neither roots nor --all were given",
                remedy: reader.help)
        }
        try revoke(wantsAll ? nil : named)
    }

    private static func revoke(_ named: [String]?) throws(CommandFailure) {
        let store = try RunLedger().store
        let registry = try Enrolment.readRegistry()
        guard let block = registry.block(of: getuid()) else {
            throw CommandFailure(
                .unavailable,
                "\(AccountName.current ?? "user \(getuid())") is not enrolled in \(InstallationPaths.registry)",
                remedy: CommandFailure.setupRemedy)
        }
        let ledger = try RevokedGrants.read(store)
        let known = Set(ledger.roots.keys).union(ledger.readable).union(ledger.former.map(\.root))
        var wanted = known
        if let named {
            wanted = []
            for text in named {
                let path = try PolicyOptions.path(text, of: "revoke")
                let root = LinuxHostFacts.canonical(path.bytes) ?? path
                guard known.contains(root) else {
                    throw CommandFailure(
                        .missing, "the ledger knows no root '\(root)'", remedy: "see: sallyport status")
                }
                wanted.insert(root)
            }
        }
        let revoked = RevokedGrants(store: store, registry: registry, readers: block.readers)
        for root in wanted.sorted() { try revoked.revoke(root, ledger: ledger) }
        try revoked.revokeTraversals()
    }
}
