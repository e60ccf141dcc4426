internal import SandboxModel

extension Registry.Block {
    /// The blocks that setup ever reserved.
    ///
    /// - Parameter journal: what setup has done on this machine.
    /// - Returns: the blocks, those of users who left included, the latest first.
    /// - Throws: `.corruptImage` when one cannot be read: it could be anybody's.
    static func reserved(in journal: Journal) throws(SetupError) -> [Registry.Block] {
        var blocks: [Registry.Block] = []
        for entry in (journal.reverted + journal.entries).reversed() where entry.image != .existing {
            guard case .reserveBlock(let user) = entry.effect else { continue }
            blocks.append(try Registry.Block(user: user, reservedIn: entry.image))
        }
        return blocks
    }

    /// Reads the block that was chosen for a user.
    ///
    /// - Parameters:
    ///   - user: the real user.
    ///   - image: what `reservation` returned.
    /// - Throws: `.corruptImage` when it is something else.
    init(user: RealUser, reservedIn image: BeforeImage) throws(SetupError) {
        guard case .content(let bytes) = image else { throw .corrupt(image) }
        let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
        guard words.count == 3, words[0] == "reserve", let first = UInt32(words[1]), let count = UInt32(words[2]),
            first >= Registry.firstCapability, count >= 2, first < Registry.endOfCapabilities,
            count <= Registry.endOfCapabilities - first
        else { throw .corrupt(image) }
        self.init(user: user.identifier, first: first, count: count)
    }

    /// The image that records the choice of this block.
    var reservation: BeforeImage { .content(Array("reserve \(first) \(count)".utf8)) }

    /// Whether two blocks have a group id in common.
    ///
    /// - Parameter other: a block.
    /// - Returns: whether there is one.
    func overlaps(_ other: Registry.Block) -> Bool {
        first < other.first + other.count && other.first < first + count
    }
}
