/// A part of the corpus for one of several machines: which scenarios belong to it follows from their names alone.
public struct Shard: Hashable, Sendable {
    /// More parts than any scheduler has.
    private static let most = 100_000

    /// Which part, from 1.
    public let index: Int
    /// How many parts there are.
    public let count: Int

    /// Makes a part; nothing unless `1 <= index <= count <= 100000`.
    ///
    /// - Parameters:
    ///   - index: which part, from 1.
    ///   - count: how many parts there are.
    public init?(_ index: Int, of count: Int) {
        guard index >= 1, index <= count, count <= Self.most else { return nil }
        self.index = index
        self.count = count
    }

    /// Reads a part; nothing for what is none.
    ///
    /// - Parameter text: for example `2/7`.
    public init?(_ text: String) {
        let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 2, let index = numbers[0], let count = numbers[1] else { return nil }
        self.init(index, of: count)
    }

    /// Whether a scenario belongs to this part.
    ///
    /// - Parameter id: the scenario's name.
    /// - Returns: whether it does; each name belongs to one of the parts.
    public func contains(_ id: String) -> Bool { StableHash(id).value % UInt64(count) == UInt64(index - 1) }
}

extension Shard: CustomStringConvertible {
    /// As it is read: `2/7`.
    public var description: String { "\(index)/\(count)" }
}

extension Shard: Codable {
    /// Reads what ``description`` says.
    ///
    /// - Parameter decoder: what holds the text.
    /// - Throws: `DecodingError` when the text is no part.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let shard = Shard(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is no part such as 2/7")
        }
        self = shard
    }

    /// Writes ``description``.
    ///
    /// - Parameter encoder: what takes the text.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
