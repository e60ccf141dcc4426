internal import Glibc
internal import SandboxModel

/// Everything that setup may change about one name in a root-owned directory: what is needed to put it back.
enum FileImage: Hashable, Sendable {
    /// There is nothing of that name.
    case absent
    /// A regular file.
    case file(FileAttributes, content: [UInt8])
    /// A symbolic link; its owner is root.
    case link(target: String)
    /// A directory; its entries are not part of the image.
    case directory(FileAttributes)

    /// Looks at a path; its directory may be missing.
    ///
    /// - Parameter path: an absolute path.
    /// - Throws: when something stands there that is none of the kinds, or cannot be read.
    init(path: String) throws(SetupError) {
        var missing: [String] = []
        let directory = try RootDirectory(onTheWayTo: Self.parent(of: path), missing: &missing)
        guard missing.isEmpty else {
            self = .absent
            return
        }
        try self.init(name: Self.name(of: path), in: directory)
    }

    /// Looks at an entry of a directory.
    init(name: String, in directory: borrowing RootDirectory) throws(SetupError) {
        guard let (kind, attributes) = try directory.attributes(of: name) else {
            self = .absent
            return
        }
        let subject = "\(directory.path)/\(name)"
        switch kind {
        case S_IFDIR: self = .directory(attributes)
        case S_IFLNK: self = .link(target: try Self.target(of: name, in: directory))
        case S_IFREG:
            let file = unsafe openat(directory.descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY)
            guard file >= 0 else { throw .systemCall("open", subject) }
            defer { _ = close(file) }
            self = .file(attributes, content: try FileContent.read(file, subject: subject))
        default: throw .unsafe(subject, "it is neither a file, a link nor a directory")
        }
    }

    private static func target(of name: String, in directory: borrowing RootDirectory) throws(SetupError) -> String {
        let longest = Int(PATH_MAX)
        var buffer = [CChar](repeating: 0, count: longest)
        let count = unsafe readlinkat(directory.descriptor, name, &buffer, longest)
        guard count >= 0 else { throw .systemCall("read the link", "\(directory.path)/\(name)") }
        guard let target = String(validating: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self) else {
            throw .unsafe("\(directory.path)/\(name)", "the target of the link is not UTF-8")
        }
        return target
    }

    /// Makes a path look like the image again; what was prepared beside it and never used is removed.
    ///
    /// A directory that is to be absent stays when somebody has put something into it.
    func restore(path: String) throws(SetupError) {
        var missing: [String] = []
        let directory = try RootDirectory(onTheWayTo: Self.parent(of: path), missing: &missing)
        let name = Self.name(of: path)
        guard missing.isEmpty else {
            guard self == .absent else { throw .systemCall("put back", path, ENOENT) }
            return
        }
        try directory.remove(RootDirectory.temporaryName(for: name))
        guard try FileImage(name: name, in: directory) != self else { return }
        switch self {
        case .absent:
            if case .directory = try FileImage(name: name, in: directory) {
                _ = try directory.removeDirectory(name)
            } else {
                try directory.remove(name)
            }
        case .file(let attributes, let content):
            try directory.replace(name, content: content, attributes: attributes)
        case .link(let target): try directory.replaceLink(name, target: target)
        case .directory(let attributes): try directory.makeDirectory(name, attributes: attributes)
        }
    }

    static func parent(of path: String) -> String {
        "/" + path.split(separator: "/").dropLast().joined(separator: "/")
    }

    static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? ""
    }
}
