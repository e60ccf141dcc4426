/// What a pass did.
public struct GrantReport: Hashable, Sendable {
    /// Entries whose lists were changed.
    public internal(set) var changed = 0
    /// Entries that were already as they have to be.
    public internal(set) var unchanged = 0
    /// Entries that were left alone, by reason.
    public internal(set) var omitted: [OmissionReason: Int] = [:]
    /// A few absolute paths for each reason.
    public internal(set) var examples: [OmissionReason: [String]] = [:]
    /// The protected names inside the root, at any depth, sorted by path; names inside a protected one are not listed.
    public internal(set) var protectedPaths: [ProtectedPath] = []
    /// Programs in the root that run with the identity of somebody else, or of a group that the owner is not in, as absolute paths.
    ///
    /// What they inherited from their directory stays in their lists: whoever could write them could become somebody else, because
    /// writing through a shared mapping keeps the set-id bits.
    public internal(set) var foreignPrograms: [[UInt8]] = []
    /// What had to be remembered for an exact undo, handed to the caller before the entry was changed; in the report of
    /// an undo: what was remembered and is of no use any more.
    public internal(set) var images: [AccessListsImage] = []
    /// How long the pass took.
    public internal(set) var elapsed: Duration = .zero

    /// How many examples are kept for each reason.
    public static let exampleLimit = 5

    /// Every entry the pass came upon.
    public var seen: Int { changed + unchanged + omitted.values.reduce(0, +) }

    /// How many bytes of a ledger the images take.
    public var imageLength: Int { images.reduce(0) { $0 + $1.length } }

    mutating func omit(_ reason: OmissionReason, example: @autoclosure () -> String) {
        omitted[reason, default: 0] += 1
        if examples[reason, default: []].count < Self.exampleLimit { examples[reason, default: []].append(example()) }
    }

    mutating func merge(_ other: GrantReport) {
        changed += other.changed
        unchanged += other.unchanged
        omitted.merge(other.omitted, uniquingKeysWith: +)
        examples.merge(other.examples) { Array(($0 + $1).prefix(Self.exampleLimit)) }
        protectedPaths += other.protectedPaths
        foreignPrograms += other.foreignPrograms
        images += other.images
    }
}
