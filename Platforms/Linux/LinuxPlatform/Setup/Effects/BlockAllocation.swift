internal import SandboxModel

/// Finds a block of group ids that nobody else uses or used.
struct BlockAllocation {
    let tools: ToolRunner
    /// The blocks of the authorization record.
    let blocks: [Registry.Block]
    /// The blocks that were ever reserved, the latest first.
    let reserved: [Registry.Block]

    /// Chooses a block.
    ///
    /// A user gets again what was reserved for the same user id. For a new one the search starts at a place that follows
    /// from the user id: ids that are less than 64 apart never start at the same place, and after an uninstall, with
    /// which the record goes, the same user is led to the same block. So entries that were left on one user's files do
    /// not speak for somebody else.
    ///
    /// - Parameter user: the real user.
    /// - Returns: a block of `Registry.blockSize` group ids, or what was reserved before.
    /// - Throws: `.exhausted` when every block overlaps with something.
    func choose(for user: RealUser) throws(SetupError) -> Registry.Block {
        let accounts = try AccountDatabase()
        let taken = try groups(accounts)
        let others = (blocks + reserved).filter { $0.user != user.identifier }
        let own = reserved.filter { $0.user == user.identifier }
        for block in own + Self.places(for: user) {
            if taken.contains(where: block.contains) || others.contains(where: block.overlaps) { continue }
            let range = UInt64(block.first)..<UInt64(block.first) + UInt64(block.count)
            if accounts.subordinateGroups.contains(where: { $0.overlaps(range) }) { continue }
            return block
        }
        throw exhausted(user, others)
    }

    private static func places(for user: RealUser) -> [Registry.Block] {
        let size = Registry.blockSize
        let count = (Registry.endOfCapabilities - Registry.firstCapability) / size
        return (0..<count).map { step in
            let place = (user.identifier % count + step) % count
            return Registry.Block(
                user: user.identifier, first: Registry.firstCapability + place * size, count: size)
        }
    }

    private func groups(_ accounts: AccountDatabase) throws(SetupError) -> Set<UInt32> {
        var taken = Set(accounts.groups.map(\.identifier) + accounts.users.map(\.group))
        // Groups from other sources than the local files count as well, as far as the source lists them.
        let listed = try tools.require(.getent, ["group"], accepted: [0, 2, 3], to: "list", "the groups")
        for line in listed.output.split(separator: "\n") {
            if let group = AccountDatabase.Group(line: line) { taken.insert(group.identifier) }
        }
        return taken
    }

    private func exhausted(_ user: RealUser, _ others: [Registry.Block]) -> SetupError {
        let range = "between \(Registry.firstCapability) and \(Registry.endOfCapabilities)"
        let kept = Set(others.map(\.user)).subtracting(blocks.map(\.user)).count
        return SetupError(
            .exhausted, action: "reserve group ids for", subject: user.name,
            detail: "no \(Registry.blockSize) free ones in a row \(range)"
                + (kept == 0 ? "" : "; users who left keep theirs, \(kept) of them"),
            remedy: "see 'getent group' and /etc/subgid for what is in that range"
                + (kept == 0
                    ? ""
                    : "; when those who left have run 'sallyport revoke --all', 'sallyport-setup uninstall' without "
                        + "--for-user forgets them: then install for every user again"))
    }
}
