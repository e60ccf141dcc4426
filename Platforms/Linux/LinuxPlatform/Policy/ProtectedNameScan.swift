internal import CLinux
internal import Glibc
public import SandboxModel

/// Looks for protected names at any depth of a tree, by descriptor and without following links; getdents64(2).
///
/// The names directly under a root are the policy's business. Below, a repository that is there can be protected, and one that
/// a command made can be pointed out; that a command makes one cannot be prevented.
public struct ProtectedNameScan {
    /// How deep the scan goes.
    public static let deepest = 128

    /// The paths of the protected names.
    public private(set) var paths: Set<HostPath> = []
    /// What cannot be protected by name but is worth a look: protected names whose path cannot be said in plain text,
    /// repositories without a working tree, and directories that are closed or too deep to be looked into.
    public private(set) var curiosities: Set<[UInt8]> = []

    private let names = Set(ProtectedName.allCases.map { Array($0.rawValue.utf8) })

    /// Looks below directories.
    ///
    /// Roots that cannot be read, other file systems, and what lies in a protected directory are passed over.
    ///
    /// - Parameter roots: directories.
    public init(below roots: [HostPath]) {
        for root in roots {
            let descriptor = unsafe sallyport_open_without_links(root.text, O_RDONLY | O_DIRECTORY)
            if let status = Self.status(of: descriptor) {
                visit(descriptor, path: root.bytes, device: status.st_dev, depth: 0)
            }
        }
    }

    /// Visits a directory and closes it.
    private mutating func visit(_ descriptor: Int32, path: [UInt8], device: dev_t, depth: Int) {
        defer { close(descriptor) }
        let directories = directories(in: descriptor, path: path)
        if depth == Self.deepest, !directories.isEmpty { curiosities.insert(path) }
        for name in directories where depth < Self.deepest {
            let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK
            let child = unsafe name.withUnsafeBufferPointer { bytes in
                unsafe bytes.baseAddress.map { unsafe sallyport_open_at(descriptor, $0, flags) } ?? -ENOENT
            }
            let text = path + [UInt8(ascii: "/")] + name.dropLast().map { UInt8(bitPattern: $0) }
            guard let status = Self.status(of: child) else {
                if child == -EACCES { curiosities.insert(text) }
                continue
            }
            guard status.st_dev == device else {
                close(child)
                continue
            }
            visit(child, path: text, device: device, depth: depth + 1)
        }
    }

    /// Notes the protected names of a directory; returns the names of the other directories in it, with their final zero.
    private mutating func directories(in descriptor: Int32, path: [UInt8]) -> [[CChar]] {
        unsafe withUnsafeTemporaryAllocation(byteCount: 1 << 15, alignment: 16) { buffer in
            var result: [[CChar]] = []
            var repository = RepositorySigns()
            guard let start = buffer.baseAddress else { return result }
            while true {
                let count = unsafe sallyport_read_directory(descriptor, start, buffer.count)
                guard count > 0 else {
                    if repository.areComplete { curiosities.insert(path) }
                    return result
                }
                var offset = 0
                while offset < count, let (entry, next) = unsafe DirectoryEntry.read(buffer, at: offset) {
                    offset = next
                    if unsafe entry.isDots { continue }
                    if unsafe entry.isHidden {
                        let name = unsafe entry.bytes
                        if names.contains(name) {
                            note(path + [UInt8(ascii: "/")] + name)
                            continue
                        }
                    }
                    unsafe repository.take(entry)
                    // A file system that does not say what an entry is, is asked by trying.
                    guard unsafe entry.type == UInt8(DT_DIR) || entry.type == UInt8(DT_UNKNOWN) else { continue }
                    unsafe result.append(Array(UnsafeBufferPointer(start: entry.name, count: strlen(entry.name) + 1)))
                }
            }
        }
    }

    private mutating func note(_ bytes: [UInt8]) {
        do throws(HostPathError) { paths.insert(try HostPath(bytes)) } catch { curiosities.insert(bytes) }
    }

    /// What a directory has that git takes for a repository without a working tree.
    private struct RepositorySigns {
        private var hasHead = false
        private var hasStore = false

        /// Whether git would take it for one; what the parts are is not looked at.
        var areComplete: Bool { hasHead && hasStore }

        /// Looks at a name.
        mutating func take(_ entry: DirectoryEntry) {
            switch unsafe UInt8(bitPattern: entry.name[0]) {
            case UInt8(ascii: "H"): unsafe hasHead = hasHead || entry.bytes.elementsEqual("HEAD".utf8)
            case UInt8(ascii: "o"): unsafe hasStore = hasStore || entry.bytes.elementsEqual("objects".utf8)
            case UInt8(ascii: "r"): unsafe hasStore = hasStore || entry.bytes.elementsEqual("refs".utf8)
            case UInt8(ascii: "c"): unsafe hasStore = hasStore || entry.bytes.elementsEqual("commondir".utf8)
            default: break
            }
        }
    }

    private static func status(of descriptor: Int32) -> stat? {
        var status = stat()
        guard descriptor >= 0, unsafe fstat(descriptor, &status) == 0 else { return nil }
        return status
    }
}
