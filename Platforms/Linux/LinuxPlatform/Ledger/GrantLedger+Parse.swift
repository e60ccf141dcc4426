internal import PosixSecurity
internal import SandboxModel
internal import WindowsSecurity

extension GrantLedger {
    /// Reads the bytes of a ledger's file.
    ///
    /// - Parameter bytes: the whole file.
    /// - Throws: `LedgerSyntaxError` with the line and the offset of the first field that does not fit.
    public init(parsing bytes: [UInt8]) throws(LedgerSyntaxError) {
        self.init()
        var reader = LedgerReader(bytes: bytes)
        guard try reader.nextLine(), reader.text(0) == "sallyport-ledger", reader.count == 2, reader.text(1) == "1"
        else { throw LedgerSyntaxError(code: .version, line: 1, offset: 0) }
        while try reader.nextLine() {
            if reader.text(0) == "end" {
                try reader.expect(1)
                guard reader.isAtEnd else { throw reader.error(.trailing) }
                return
            }
            try take(reader)
        }
        throw reader.error(.truncated)
    }

    private mutating func take(_ line: LedgerReader) throws(LedgerSyntaxError) {
        switch line.text(0) {
        case "read-only":
            try line.expect(3)
            guard readOnly == nil else { throw line.error(.repeated) }
            readOnly = try assignment(line)
        case "root":
            try line.expect(4)
            let path = try line.path(3)
            guard roots.updateValue(try assignment(line), forKey: path) == nil else { throw line.error(.repeated, 3) }
        case "former":
            try line.expect(3)
            let grant = FormerGrant(root: try line.path(2), group: try line.group(1))
            guard former.insert(grant).inserted else { throw line.error(.repeated) }
        case "identities":
            try line.expect(4)
            let one = Identities(
                offline: try line.user(1), online: try line.user(2), readers: try line.group(3))
            guard identities.insert(one).inserted else { throw line.error(.repeated) }
        case "readable": try Self.insert(line, &readable)
        case "traverse": try Self.insert(line, &traversed)
        case "image":
            try line.expect(6)
            let before = AccessLists(access: try line.list(2), inherited: try line.optionalList(3))
            let after = AccessLists(access: try line.list(4), inherited: try line.optionalList(5))
            let image = AccessListsImage(path: try line.rawPath(1), before: before, after: after)
            guard images.insert(image).inserted else { throw line.error(.repeated) }
        default: throw line.error(.unknownLine)
        }
    }

    private func assignment(_ line: LedgerReader) throws(LedgerSyntaxError) -> Assignment {
        let one = Assignment(sid: try line.sid(2), group: try line.group(1))
        for other in assignments {
            guard other.group != one.group else { throw line.error(.repeated, 1) }
            guard other.sid != one.sid else { throw line.error(.repeated, 2) }
        }
        return one
    }

    private static func insert(_ line: LedgerReader, _ paths: inout Set<HostPath>) throws(LedgerSyntaxError) {
        try line.expect(2)
        guard paths.insert(try line.path(1)).inserted else { throw line.error(.repeated, 1) }
    }
}
