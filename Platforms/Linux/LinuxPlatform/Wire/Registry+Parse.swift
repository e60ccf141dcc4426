extension Registry {
    /// Reads a registry.
    ///
    /// - Parameter bytes: the whole file, at most one mebibyte.
    /// - Throws: `WireError` with the offset of the offending line; never anything else.
    public init(parsing bytes: [UInt8]) throws(WireError) {
        guard bytes.count <= Registry.longest else { throw WireError(.tooLong, at: Registry.longest) }
        var fields = WireFields(bytes, terminator: UInt8(ascii: "\n"), longestField: 256)
        guard WireValues.matches(try fields.next(), "sallyport-registry 1") else { throw WireError(.version, at: 0) }
        var reader = RegistryReader()
        while true {
            let field = try fields.next()
            if WireValues.matches(field, "end") { break }
            try reader.take(field, at: fields.offset)
        }
        guard fields.isAtEnd else { throw WireError(.trailing, at: fields.offset) }
        self = try reader.finish(at: fields.offset)
    }
}

private struct RegistryReader {
    private var users: Registry.Account?
    private var launch: Registry.Account?
    private var offline: Registry.Account?
    private var online: Registry.Account?
    private var blocks: [Registry.Block] = []

    mutating func take(_ field: ArraySlice<UInt8>, at offset: Int) throws(WireError) {
        let (key, rest) = WireValues.divide(field)
        if WireValues.matches(key, "block") { return try takeBlock(rest, at: offset) }
        let (word, description) = WireValues.divide(rest)
        if WireValues.matches(key, "group") {
            if WireValues.matches(word, "users") { return try set(&users, to: description, at: offset) }
            if WireValues.matches(word, "launch") { return try set(&launch, to: description, at: offset) }
            throw WireError(.word, at: offset)
        }
        guard WireValues.matches(key, "principal") else { throw WireError(.unknownField, at: offset) }
        switch AccountRole(word: word) {
        case .offline: try set(&offline, to: description, at: offset)
        case .online: try set(&online, to: description, at: offset)
        case nil: throw WireError(.word, at: offset)
        }
    }

    func finish(at offset: Int) throws(WireError) -> Registry {
        guard let users, let launch, let offline, let online else { throw WireError(.missingField, at: offset) }
        guard offline.identifier != online.identifier, offline.identifier != 0, online.identifier != 0,
            users.identifier != 0, launch.identifier != 0, users.identifier != launch.identifier
        else { throw WireError(.contradiction, at: offset) }
        return Registry(users: users, launch: launch, offline: offline, online: online, blocks: blocks)
    }

    private func set(
        _ account: inout Registry.Account?, to description: ArraySlice<UInt8>, at offset: Int
    ) throws(WireError) {
        guard account == nil else { throw WireError(.repeatedField, at: offset) }
        let (name, number) = WireValues.divide(description)
        guard Self.isName(name) else { throw WireError(.name, at: offset) }
        account = Registry.Account(name: [UInt8](name), identifier: try WireValues.identifier(number, at: offset))
    }

    private mutating func takeBlock(_ value: ArraySlice<UInt8>, at offset: Int) throws(WireError) {
        let (user, range) = WireValues.divide(value)
        let (first, count) = WireValues.divide(range)
        let block = Registry.Block(
            user: try WireValues.identifier(user, at: offset),
            first: try WireValues.identifier(first, at: offset),
            count: try WireValues.identifier(count, at: offset))
        guard block.user != 0, block.count >= 2, block.first >= Registry.firstCapability,
            block.first < Registry.endOfCapabilities, block.count <= Registry.endOfCapabilities - block.first
        else { throw WireError(.number, at: offset) }
        for other in blocks {
            guard other.user != block.user else { throw WireError(.repeatedField, at: offset) }
            guard block.first >= other.first + other.count || other.first >= block.first + block.count else {
                throw WireError(.contradiction, at: offset)
            }
        }
        blocks.append(block)
    }

    private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard !bytes.isEmpty, bytes.count <= 32 else { return false }
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                continue
            default: return false
            }
        }
        return true
    }
}
