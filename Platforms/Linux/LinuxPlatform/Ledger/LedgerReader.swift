internal import PosixSecurity
internal import SandboxModel
internal import WindowsSecurity

/// Walks over the lines of a ledger and reads their fields.
struct LedgerReader {
    private let bytes: [UInt8]
    private var fields: [Range<Int>] = []
    private var line = 0
    private var next = 0

    /// Starts before the first line.
    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The number of fields of the line.
    var count: Int { fields.count }

    /// Whether no line is left.
    var isAtEnd: Bool { next == bytes.count }

    /// Goes to the next line.
    ///
    /// - Returns: whether there is one.
    /// - Throws: `LedgerSyntaxError` with `truncated` for a line without its end.
    mutating func nextLine() throws(LedgerSyntaxError) -> Bool {
        guard next < bytes.count else {
            fields = []
            return false
        }
        line += 1
        guard let end = bytes[next...].firstIndex(of: UInt8(ascii: "\n")) else {
            throw LedgerSyntaxError(code: .truncated, line: line, offset: bytes.count)
        }
        fields = bytes[next..<end].split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
            .map { $0.startIndex..<$0.endIndex }
        next = end + 1
        return true
    }

    /// An error at a field of the line.
    func error(_ code: LedgerSyntaxError.Code, _ field: Int = 0) -> LedgerSyntaxError {
        LedgerSyntaxError(
            code: code, line: line, offset: fields.indices.contains(field) ? fields[field].lowerBound : next)
    }

    /// Requires a number of fields.
    func expect(_ count: Int) throws(LedgerSyntaxError) {
        guard fields.count == count else { throw error(.fieldCount) }
    }

    /// A field as text; empty when there is none.
    func text(_ field: Int) -> String {
        fields.indices.contains(field) ? String(decoding: bytes[fields[field]], as: UTF8.self) : ""
    }

    /// A field that is a group id.
    func group(_ field: Int) throws(LedgerSyntaxError) -> UInt32 {
        guard let group = UInt32(text(field)), String(group) == text(field),
            (Registry.firstCapability..<Registry.endOfCapabilities).contains(group)
        else { throw error(.group, field) }
        return group
    }

    /// A field that is the user id of an account.
    func user(_ field: Int) throws(LedgerSyntaxError) -> UInt32 {
        guard let user = UInt32(text(field)), String(user) == text(field), user != 0, user != .max else {
            throw error(.user, field)
        }
        return user
    }

    /// A field that is the SID of a capability.
    func sid(_ field: Int) throws(LedgerSyntaxError) -> SID {
        guard let sid = SID(text(field)), CapabilitySID.isCapability(sid), sid.description == text(field) else {
            throw error(.sid, field)
        }
        return sid
    }

    /// A field that is a path in plain form.
    func path(_ field: Int) throws(LedgerSyntaxError) -> HostPath {
        let raw = try rawPath(field)
        let path: HostPath
        do throws(HostPathError) {
            path = try HostPath(raw)
        } catch {
            throw self.error(.path, field)
        }
        guard path.bytes == raw else { throw error(.path, field) }
        return path
    }

    /// A field that is an absolute path of any bytes but NUL.
    func rawPath(_ field: Int) throws(LedgerSyntaxError) -> [UInt8] {
        guard fields.indices.contains(field), let path = LedgerText.unescape(bytes[fields[field]]),
            path.first == UInt8(ascii: "/"), !path.contains(0)
        else { throw error(.path, field) }
        return path
    }

    /// A field that is an access control list in short text form.
    func list(_ field: Int) throws(LedgerSyntaxError) -> PosixSecurity.AccessControlList {
        let list: PosixSecurity.AccessControlList
        do throws(AccessControlTextError) {
            list = try PosixSecurity.AccessControlList(text: text(field))
        } catch {
            throw self.error(.list, field)
        }
        guard list.description == text(field) else { throw error(.list, field) }
        return list
    }

    /// A field that is an access control list or `-`.
    func optionalList(_ field: Int) throws(LedgerSyntaxError) -> PosixSecurity.AccessControlList? {
        text(field) == "-" ? nil : try list(field)
    }
}
