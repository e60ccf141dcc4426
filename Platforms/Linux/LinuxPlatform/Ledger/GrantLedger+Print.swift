internal import PosixSecurity
internal import SandboxModel
internal import WindowsSecurity

extension GrantLedger {
    /// The first line of the file.
    static let version = "sallyport-ledger 1"

    /// The ledger as the bytes of its file: one line for each thing, sorted, the line `end` last.
    public var bytes: [UInt8] {
        var lines = [[UInt8]]()
        func add(_ fields: [[UInt8]]) { lines.append(Array(fields.joined(separator: [UInt8(ascii: " ")]))) }
        func add(_ word: String, _ fields: [UInt8]...) { add([Array(word.utf8)] + fields) }
        func number(_ value: UInt32) -> [UInt8] { Array(String(value).utf8) }
        add([Array(Self.version.utf8)])
        if let readOnly { add("read-only", number(readOnly.group), Array(readOnly.sid.description.utf8)) }
        for (path, one) in roots.sorted(by: { $0.key < $1.key }) {
            add("root", number(one.group), Array(one.sid.description.utf8), LedgerText.escape(path.bytes))
        }
        let installations = identities.sorted {
            ($0.offline, $0.online, $0.readers) < ($1.offline, $1.online, $1.readers)
        }
        for one in installations {
            add("identities", number(one.offline), number(one.online), number(one.readers))
        }
        for one in former.sorted(by: { ($0.root, $0.group) < ($1.root, $1.group) }) {
            add("former", number(one.group), LedgerText.escape(one.root.bytes))
        }
        for path in readable.sorted() { add("readable", LedgerText.escape(path.bytes)) }
        for path in traversed.sorted() { add("traverse", LedgerText.escape(path.bytes)) }
        let images = images.map(\.fields).sorted { $0.joined().lexicographicallyPrecedes($1.joined()) }
        for image in images { add(image) }
        add("end")
        return lines.flatMap { $0 + [UInt8(ascii: "\n")] }
    }
}

extension AccessListsImage {
    /// The line of the ledger.
    fileprivate var fields: [[UInt8]] {
        [Array("image".utf8), LedgerText.escape(path)]
            + [before.access, before.inherited, after.access, after.inherited].map {
                Array(($0?.description ?? "-").utf8)
            }
    }

    /// How many bytes of the ledger it takes.
    var length: Int { fields.reduce(0) { $0 + $1.count + 1 } }
}
