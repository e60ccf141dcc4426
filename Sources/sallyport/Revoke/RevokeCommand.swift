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
        let ledger = try RevokedGrants.read(store)
        let wanted = try roots(named, of: ledger)
        guard !ledger.grantsNothing else { return try StandardOutput.write("nothing is granted\n") }
        // The ledger knows the ids of every installation since the first grant, so that none is needed any more.
        let identities = ledger.identities.union([Enrolment.installedIdentities].compactMap(\.self))
        guard !identities.isEmpty else {
            throw CommandFailure(
                .unavailable, "neither \(store.path) nor \(InstallationPaths.registry) knows the ids of the entries",
                remedy: CommandFailure.setupRemedy)
        }
        let revoked = RevokedGrants(store: store, identities: identities)
        let audit = try RunAudit(nil, store: store)
        var failures: [CommandFailure] = []
        for root in wanted.sorted() {
            do throws(CommandFailure) {
                let changed = try revoked.revoke(root, ledger: ledger)
                audit.end(.grantsChanged(GrantChange(root: root, kind: .revoked, changed: changed)))
                try StandardOutput.write("\(root): \(changed) files and directories changed\n")
            } catch {
                // The other roots do not wait for this one.
                failures.append(error)
            }
        }
        for directory in try revoked.revokeTraversals() {
            try StandardOutput.write("\(directory): closed again\n")
        }
        guard let last = failures.popLast() else { return }
        for failure in failures { StandardError.note(failure.problem, as: .error) }
        throw last
    }

    private static func roots(
        _ named: [String]?, of ledger: GrantLedger
    ) throws(CommandFailure) -> Set<HostPath> {
        let known = Set(ledger.roots.keys).union(ledger.readable).union(ledger.former.map(\.root))
        guard let named else { return known }
        var wanted: Set<HostPath> = []
        for text in named {
            let path = try PolicyOptions.path(text, of: "revoke")
            let root = LinuxHostFacts.canonical(path.bytes) ?? path
            guard known.contains(root) else {
                throw CommandFailure(
                    .missing, "the ledger knows no root '\(root)'", remedy: "see: sallyport status")
            }
            wanted.insert(root)
        }
        return wanted
    }
}
