internal import SandboxModel

/// Finds a block of group ids that nobody else uses.
struct BlockAllocation {
    let tools: ToolRunner

    /// Chooses a block.
    ///
    /// The search starts at a place that follows from the user id: after an uninstall the same user gets the same block
    /// again, and entries that were left on that user's files do not speak for somebody else.
    ///
    /// - Parameters:
    ///   - user: the real user.
    ///   - blocks: the blocks that are taken already.
    /// - Returns: a block of `Registry.blockSize` group ids.
    /// - Throws: `.exhausted` when every block overlaps with something.
    func choose(for user: RealUser, beside blocks: [Registry.Block]) throws(SetupError) -> Registry.Block {
        let accounts = try AccountDatabase()
        var taken = Set(accounts.groups.map(\.identifier) + accounts.users.map(\.group))
        // Groups from other sources than the local files count as well, as far as the source lists them.
        let listed = try tools.require(.getent, ["group"], accepted: [0, 2, 3], to: "list", "the groups")
        for line in listed.output.split(separator: "\n") {
            if let group = AccountDatabase.Group(line: line) { taken.insert(group.identifier) }
        }
        let size = Registry.blockSize
        let count = (Registry.endOfCapabilities - Registry.firstCapability) / size
        for step in 0..<count {
            let place = (user.identifier % count + step) % count
            let first = Registry.firstCapability + place * size
            let range = first..<(first + size)
            if taken.contains(where: range.contains) { continue }
            let wide = UInt64(range.lowerBound)..<UInt64(range.upperBound)
            if accounts.subordinateGroups.contains(where: { $0.overlaps(wide) }) { continue }
            if blocks.contains(where: { $0.first < range.upperBound && range.lowerBound < $0.first + $0.count }) {
                continue
            }
            return Registry.Block(user: user.identifier, first: first, count: size)
        }
        throw SetupError(
            .exhausted, action: "reserve group ids for", subject: user.name,
            detail:
                "no \(size) free ones in a row between \(Registry.firstCapability) and \(Registry.endOfCapabilities)",
            remedy: "see 'getent group' and /etc/subgid for what is in that range")
    }
}
