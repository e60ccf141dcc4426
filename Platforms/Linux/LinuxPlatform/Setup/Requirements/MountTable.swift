internal import SandboxModel

/// The mounts of this process (`proc(5)`, `/proc/self/mountinfo`).
struct MountTable: Sendable {
    /// One mount.
    struct Entry: Hashable, Sendable {
        /// The mount id.
        let identifier: UInt64
        /// Where it is mounted.
        let place: String
        /// The type of the file system.
        let type: String
        /// The options of the mount and of the file system.
        let options: Set<String>
    }

    /// The mounts, in the order of the file.
    let entries: [Entry]

    /// Reads the mounts of this process.
    init() throws(SetupError) {
        self.init(text: String(decoding: try FileContent.read(path: "/proc/self/mountinfo") ?? [], as: UTF8.self))
    }

    /// Reads the text; lines that are not of the right form are passed over.
    init(text: String) {
        entries = text.split(separator: "\n").compactMap(Entry.init(line:))
    }

    /// The mount of an id.
    func entry(_ identifier: UInt64) -> Entry? { entries.first { $0.identifier == identifier } }
}

extension MountTable.Entry {
    /// Reads a line; the fields before ` - ` vary in number, those after it do not.
    init?(line: Substring) {
        let fields = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard let dash = fields.firstIndex(of: "-"), dash >= 6, fields.count >= dash + 4,
            let identifier = UInt64(fields[0])
        else { return nil }
        let options = (fields[5] + "," + fields[dash + 3]).split(separator: ",").map(String.init)
        self.init(
            identifier: identifier, place: Self.unescaped(fields[4]), type: fields[dash + 1], options: Set(options))
    }

    /// The kernel writes blanks and backslashes as three octal digits.
    static func unescaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\"), rest.count >= 3,
                let code = UInt8(String(decoding: rest.prefix(3), as: UTF8.self), radix: 8)
            {
                bytes.append(code)
                rest = rest.dropFirst(3)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
